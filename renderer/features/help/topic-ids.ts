/** The guide's topics, in reading order. Kept apart from their text, which is fetched only when the guide is opened. */
export const topicIds = ['first-story', 'paste', 'people', 'photos', 'review', 'publish', 'saving', 'keyboard', 'settings', 'moving', 'trouble'] as const;
export type TopicId = (typeof topicIds)[number];

export const parseTopicId = (text: string | undefined): TopicId | null => topicIds.find((id) => id === text) ?? null;
