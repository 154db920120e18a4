import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { StoryDocument } from '#core/story/document.ts';
import { paragraphJson } from '#core/story/blocks.ts';
import { expect, test } from './harness.ts';
import { body, newBlockId, story, withFigure } from './stories.ts';

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body><!--StartFragment-->
<p class=MsoNormal><b>Hội nghị</b> tổng kết<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>Mục một<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>Mục hai<o:p></o:p></p>
<p class=MsoNormal><img src="file:///C:/Users/x/AppData/Local/Temp/msohtmlclip1/01/clip_image001.jpg"><o:p></o:p></p>
<table><tr><td><p>Ô một</p></td><td><p>Ô hai</p></td></tr></table><!--EndFragment--></body></html>`;
const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-x"><h1 dir="ltr"><span style="font-weight:400">Tít</span></h1><p dir="ltr"><span style="font-weight:700">Đậm</span><span style="font-weight:400"> thường </span><span style="font-style:italic">nghiêng</span><a href="https://vinhsa.example/"><span>liên kết</span></a></p><ul><li dir="ltr"><p><span>một</span></p></li><ul><li><p><span>con</span></p></li></ul></ul><img src="https://lh3.googleusercontent.com/x"></b>`;

test('Word: bold, lists and table text come in clean; the local picture is named as left out', async ({ desk }) => {
  await desk.into(body);
  await desk.paste({ 'text/html': word, 'text/plain': 'x' });
  const { blocks } = StoryDocument.parse(await desk.document());
  expect(blocks.slice(body, -1)).toMatchObject([
    { type: 'paragraph', children: [{ text: 'Hội nghị', format: 1 }, { text: ' tổng kết', format: 0 }] },
    { type: 'list', children: [{ children: [{ text: 'Mục một' }] }, { children: [{ text: 'Mục hai' }] }] },
    { type: 'paragraph', children: [{ text: 'Ô một | Ô hai' }] },
  ]);
  expect(await desk.page.evaluate(() => window.harness.log.removed)).toEqual([{ kind: 'local-image', count: 1 }, { kind: 'table', count: 1 }]);
  await desk.expectStored();
});

test('Google Docs: formats, heading, nested list, link; the remote picture is named, never fetched', async ({ desk }) => {
  await desk.into(body);
  await desk.paste({ 'text/html': docs, 'text/plain': 'x' });
  const { blocks } = StoryDocument.parse(await desk.document());
  expect(blocks.slice(body, -1)).toMatchObject([
    { type: 'heading', tag: 'h2', children: [{ text: 'Tít', format: 0 }] },
    { type: 'paragraph', children: [{ text: 'Đậm', format: 1 }, { text: ' thường ', format: 0 }, { text: 'nghiêng', format: 2 }, { type: 'link', url: 'https://vinhsa.example/' }] },
    { type: 'list', children: [{ children: [{ text: 'một' }] }, { children: [{ type: 'list', children: [{ children: [{ text: 'con' }] }] }] }] },
  ]);
  expect(await desk.page.evaluate(() => window.harness.log.removed)).toEqual([{ kind: 'remote-image', count: 1 }]);
});

test('plain text of several lines: paragraphs at once, and told for recognition', async ({ desk }) => {
  await desk.into(1);
  await desk.paste({ 'text/plain': 'Một hai\r\n\r\nBa bốn\nNăm'.normalize('NFD') });
  expect([await desk.text(body), await desk.text(body + 1), await desk.text(body + 2)]).toEqual(['Một hai', 'Ba bốn', 'Năm']);
  const document = await desk.document();
  expect(await desk.page.evaluate(() => window.harness.log.pastes)).toEqual([{ text: 'Một hai\n\nBa bốn\nNăm', blocks: document.blocks.slice(body, body + 3).map((block) => block.$.bid), intoEmptyStory: true }]);
  await desk.move('Control+z');
  expect((await desk.document()).blocks).toHaveLength(5);
});

test('a proposal takes the place of the pasted blocks in one step of undo', async ({ desk }) => {
  await desk.into(body);
  await desk.paste({ 'text/plain': 'Tít của bài\nThân bài' });
  const pasted = await desk.document();
  const proposal = story([paragraphJson(newBlockId(), 'Thân bài')], { headline: 'Tít của bài' });
  await desk.page.evaluate(({ blocks, fields }) => {
    window.harness.editor.applyBlocks({ replace: window.harness.log.pastes[0]?.blocks ?? [], blocks, fields });
  }, proposal);
  expect([await desk.text(1), await desk.text(body), (await desk.document()).blocks.length]).toEqual(['Tít của bài', 'Thân bài', 5]);
  expect((await desk.document()).fields.attendees).toHaveLength(2);
  await desk.expectStored();
  await desk.move('Control+z');
  expect(await desk.document()).toEqual(pasted);
});

test('decomposed text becomes NFC: pasted at once, typed when the caret has left the word', async ({ desk }) => {
  await desk.into(body);
  await desk.paste({ 'text/plain': 'Tiếng Việt'.normalize('NFD') });
  expect(await desk.page.locator('[data-story-page] > p').nth(2).textContent()).toBe('Tiếng Việt');
  await desk.cdp.send('Input.insertText', { text: ' đường'.normalize('NFD') });
  await desk.cdp.send('Input.insertText', { text: ' ' });
  await desk.settle();
  expect(await desk.page.locator('[data-story-page] > p').nth(2).textContent()).toBe('Tiếng Việt đường ');
  expect(await desk.text(body)).toBe('Tiếng Việt đường ');
});

test('one line goes into the text, marks of strangers stay outside', async ({ desk }) => {
  await desk.open(withFigure());
  await desk.into(body);
  await desk.paste({ 'text/plain': ' và một dòng' });
  expect(await desk.text(body)).toBe('trước và một dòng');
  const stranger = { namespace: 'toasoan-story', nodes: [{ type: 'text', version: 1, text: ' Ma Lạ', format: 0, style: '', mode: 'normal', detail: 0, $: { marks: [{ kind: 'person', id: '00000000-0000-7000-a000-00000000ffff' }] } }] };
  await desk.paste({ 'application/x-lexical-editor': JSON.stringify(stranger), 'text/plain': ' Ma Lạ' });
  expect(JSON.stringify((await desk.document()).blocks[body])).not.toContain('marks');
  expect(await desk.text(body)).toBe('trước và một dòng Ma Lạ');
});

const own = [
  '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>', '<a href="javascript:alert(1)">x</a>', '<a href="  java\tscript:alert(1)">x</a>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">', '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<div style="background:url(https://evil.example/x)">x</div>', '<link rel=stylesheet href=https://evil.example/x.css><p>x', '<video src=https://evil.example/v poster=https://evil.example/p>', '<img srcset="https://evil.example/a 1x" src="https://evil.example/b">',
  '<base href="https://evil.example/"><a href="/x">x</a>', '<meta http-equiv=refresh content="0;url=https://evil.example/">', '<object data="https://evil.example/"></object><embed src="https://evil.example/">', '<p onclick=alert(1) id=cookie name=forms>x</p>',
  '<template><img src=x onerror=alert(1)></template>', '<details open ontoggle=alert(1)>x', '<input autofocus onfocus=alert(1)>', '<a href="data:text/html,<script>alert(1)</script>">x</a>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
];

test.describe('without a content security policy', () => {
  test.use({ guarded: false });

  test('hostile HTML: no dialog, no request outside, nothing alive in the page', async ({ desk }) => {
    const corpus = path.resolve(process.cwd(), '../shared/data/sanitizer/dompurify-expect.mjs');
    const vectors = [...own];
    if (existsSync(corpus)) {
      const { default: known } = (await import(pathToFileURL(corpus).href)) as { default: { payload: string }[] };
      vectors.push(...known.map(({ payload }) => payload));
    } else process.stdout.write('the sanitiser corpus is not here: own vectors only\n');
    await desk.into(body);
    for (const vector of vectors) await desk.page.evaluate((html) => {
      const transfer = new DataTransfer();
      transfer.setData('text/html', html);
      transfer.setData('text/plain', 'x');
      document.querySelector('[data-story-page]')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    }, vector);
    await desk.settle();
    const alive = await desk.page.evaluate(() => {
      const page = document.querySelector('[data-story-page]');
      const wrong = [...(page?.querySelectorAll('script,iframe,object,embed,img,svg,form,input,style,link,meta,base,video,audio') ?? [])].map((element) => element.outerHTML);
      for (const element of page?.querySelectorAll('*') ?? []) {
        for (const { name, value } of element.attributes) if (name.startsWith('on') || /javascript:|evil\.example/iu.test(value)) wrong.push(`${element.tagName} ${name}=${value}`);
      }
      return wrong;
    });
    expect(alive).toEqual([]);
    StoryDocument.parse(await desk.document());
    await desk.expectStored();
  });
});
