/** One HTTP answer before it is written: routes make it, the server adds what every answer carries. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

const sentences: Readonly<Record<number, string>> = {
  400: 'Yêu cầu sai khuôn dạng. / The request is malformed.',
  401: 'Hãy mở Tòa Soạn bằng địa chỉ mà cửa sổ dòng lệnh đã in ra. / Open Tòa Soạn with the address that the terminal printed.',
  403: 'Tòa Soạn không nhận yêu cầu từ nơi này. / Tòa Soạn takes no requests from here.',
  404: 'Không có trang này. / There is no such page.',
  405: 'Không nhận cách gọi này. / This method is not taken.',
  413: 'Yêu cầu quá lớn. / The request is too large.',
  415: 'Không nhận kiểu dữ liệu này. / This type of data is not taken.',
  500: 'Có lỗi trong chương trình. Những gì đã báo “Đã lưu” vẫn nguyên. / Something went wrong inside the program. Everything reported as saved is safe.',
  503: 'Giao diện chưa được dựng: chạy “npm run build”. / The screens are not built yet: run “npm run build”.',
};

/** A refusal for people: one sentence in both languages, never a stack or a path. */
export const refusal = (status: number, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body: `${sentences[status] ?? String(status)}\n`,
});

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});
