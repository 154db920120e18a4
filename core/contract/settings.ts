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

/** A time of day on this machine's clock: `18:30`. */
const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** Body type of the page in pixels; the story's other type grows and shrinks with it. */
export const textSizes = [16, 18, 20, 22, 24, 28, 32] as const;

/** What is missing here in a library of an earlier version comes from `defaultSettings`. */
export const Interface = z.object({
  language: z.enum(['vi', 'en']),
  /** `hours`: dark from `evening.from` to `evening.to`, light by day. */
  theme: z.enum(['system', 'light', 'dark', 'hours']),
  evening: z.object({ from: ClockTime, to: ClockTime }),
  /** `light`: the page stays light paper when everything around it is dark. */
  paper: z.enum(['as-theme', 'light']),
  textSize: z.literal(textSizes),
  pageWidth: z.enum(['narrow', 'normal', 'wide']),
  /** The line that is being written stays at one height of the window. */
  typewriter: z.boolean(),
  /** What a printed draft takes along, and how far its lines stand apart. */
  print: z.object({ attendees: z.boolean(), photos: z.boolean(), spacing: z.enum(['normal', 'wide']) }),
  /** In focus mode the blocks that are not being written step back too. */
  dimOthers: z.boolean(),
  /** Headlines may stand in the system's own lists of recent work, for whoever passes this machine. */
  titlesOutside: z.boolean(),
});
export type Interface = z.infer<typeof Interface>;

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

/** Parts go over whole; of the interface what is left out stays as it is. */
export const SettingsChange = z.object({ profile: Profile.optional(), newsroom: Newsroom.optional(), interface: Interface.partial().optional(), help: Help.optional() });
export type SettingsChange = z.infer<typeof SettingsChange>;

export const defaultSettings: Settings = {
  profile: { name: '', penName: '', role: 'reporter' },
  newsroom: { name: '', sourceMark: '', place: '', dateStyle: '19.1', sections: ['Thời sự', 'Chính trị', 'Kinh tế', 'Xã hội', 'Văn hóa'] },
  interface: { language: 'vi', theme: 'system', evening: { from: '18:00', to: '06:00' }, paper: 'as-theme', textSize: 18, pageWidth: 'normal', typewriter: false, dimOthers: false, print: { attendees: true, photos: true, spacing: 'wide' }, titlesOutside: true },
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
  set: write(SettingsChange, Settings),
  session: read(z.object({}), z.object({ session: Session.nullable() })),
  saveSession: write(z.object({ session: Session }), z.object({})),
  changed: push(Settings),
};
