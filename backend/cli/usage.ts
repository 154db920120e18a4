import type { Language } from './output.ts';

const lines: Readonly<Record<Language, string>> = {
  vi: `toasoan: dòng lệnh của Tòa Soạn

  import FILE…                          nhận tệp văn bản, nhận ra cấu trúc, thêm thành bài
  list [--query CHỮ] [--trash] [--limit N]
  show ID                               ID có thể chỉ là phần đầu của mã
  analyze FILE|-                        xem nhận ra những gì, không lưu
  analyze --jsonl FILE|-                mỗi dòng {"id","text"} vào, một dòng kết quả ra
  export ID|FILE --to html|html-folder|text --out DIR
  destination list
  destination add TÊN URL --secret env:TÊN|file:ĐƯỜNG_DẪN
  destination test TÊN
  publish ID --to TÊN [--dry-run] [--wait GIÂY]
  outbox [--limit N]
  help

  --library DIR   thư viện khác (hoặc biến TOASOAN_LIBRARY)
  --json          trả lời bằng JSON
  --lang vi|en

  Mã thoát: 0 xong, 1 bị từ chối (lý do ở stderr), 2 gọi sai.`,
  en: `toasoan: the command line of Tòa Soạn

  import FILE…                          takes text files, recognises their structure, adds them as stories
  list [--query TEXT] [--trash] [--limit N]
  show ID                               ID may be the start of an id
  analyze FILE|-                        shows what is recognised, keeps nothing
  analyze --jsonl FILE|-                one {"id","text"} a line in, one prediction a line out
  export ID|FILE --to html|html-folder|text --out DIR
  destination list
  destination add NAME URL --secret env:NAME|file:PATH
  destination test NAME
  publish ID --to NAME [--dry-run] [--wait SECONDS]
  outbox [--limit N]
  help

  --library DIR   another library (or the variable TOASOAN_LIBRARY)
  --json          answers in JSON
  --lang vi|en

  Exit codes: 0 done, 1 refused (reasons on stderr), 2 asked for wrongly.`,
};

export const usage = (language: Language): string => lines[language];
