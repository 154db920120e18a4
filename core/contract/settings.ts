import { z } from 'zod';
import { push, read, write } from './define.ts';

export const Profile = z.object({
  /** Full name: who, in review. */
  name: z.string().max(100),
  /** As printed: `Phi Anh`. Empty: not asked yet. */
  penName: z.string().max(100),
  role: z.enum(['reporter', 'editor', 'desk']),
});

export const Newsroom = z.object({
  /** `Báo Vĩnh Sa` */
  name: z.string().max(200),
  /** `BVS`, at the start of the dateline. */
  sourceMark: z.string().max(30),
  /** Where reports usually come from. */
  place: z.string().max(200),
  dateStyle: z.enum(['19.1', '19-1', '19/1']),
  sections: z.array(z.string().max(100)).max(50),
});

export const Interface = z.object({ language: z.enum(['vi', 'en']), theme: z.enum(['system', 'light', 'dark']) });

/** The hints of the first minute, in the order in which they are read. */
export const hintNames = ['names', 'keys', 'hand-in'] as const;
export type HintName = (typeof hintNames)[number];

/** What the first minute has shown and asked already. */
export const Help = z.object({
  /** Hints that still stand; null: none were ever shown. */
  hints: z.array(z.enum(hintNames)).nullable(),
  /** The reporter left pen name and source mark empty once; templates don't ask again. */
  leftEmpty: z.boolean(),
});

export const Settings = z.object({ profile: Profile, newsroom: Newsroom, interface: Interface, help: Help });
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  profile: { name: '', penName: '', role: 'reporter' },
  newsroom: { name: '', sourceMark: '', place: '', dateStyle: '19.1', sections: ['Thời sự', 'Chính trị', 'Kinh tế', 'Xã hội', 'Văn hóa'] },
  interface: { language: 'vi', theme: 'system' },
  help: { hints: null, leftEmpty: false },
};

/** Where this machine's reader stood when the window went away. */
export const Session = z.object({
  view: z.string().max(100),
  storyId: z.string().max(36).nullable(),
  /** Caret as block id and offset in that block's text (UTF-16 code units); null: none. */
  caret: z.object({ blockId: z.string().max(36), offset: z.number().int().nonnegative() }).nullable(),
  /** Pixels of the page scrolled away. */
  scroll: z.number().nonnegative(),
  panel: z.string().max(40).nullable(),
});
export type Session = z.infer<typeof Session>;

export const settingsContract = {
  get: read(z.object({}), Settings),
  set: write(z.object({ profile: Profile.optional(), newsroom: Newsroom.optional(), interface: Interface.optional(), help: Help.optional() }), Settings),
  session: read(z.object({}), z.object({ session: Session.nullable() })),
  saveSession: write(z.object({ session: Session }), z.object({})),
  changed: push(Settings),
};
