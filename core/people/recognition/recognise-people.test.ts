import { describe, expect, it } from 'vitest';

import { recognisePeople } from '#core/people/recognition/recognise-people.ts';

/** One line per attendee: name | titles | honorific | delegation | role; parts that say nothing are left out. */
const attendeesOf = (text: string): string[] =>
  recognisePeople(text.normalize('NFC')).attendees.map((person) =>
    [
      person.name,
      person.titles.join(' + '),
      person.honorific ?? '',
      person.delegation ?? '',
      person.role === 'attendee' ? '' : person.role,
    ]
      .join(' | ')
      .replace(/(?: \| )+$/u, ''),
  );

const collectivesOf = (text: string): string[] => recognisePeople(text.normalize('NFC')).collectives.map((body) => body.text);

describe('lists of people', () => {
  it.each<[string, string, string[]]>([
    [
      'semicolons between people, commas inside, one honorific for all',
      'Cùng dự còn có các đồng chí: Tống Bá Lập, Ủy viên Bộ Chính trị, Bí thư T.Ư Đảng, Trưởng ban Tổ chức T.Ư; Mai Thị Sính, Ủy viên T.Ư Đảng, Phó Trưởng ban Tổ chức T.Ư.',
      [
        'Tống Bá Lập | Ủy viên Bộ Chính trị + Bí thư T.Ư Đảng + Trưởng ban Tổ chức T.Ư | các đồng chí',
        'Mai Thị Sính | Ủy viên T.Ư Đảng + Phó Trưởng ban Tổ chức T.Ư | các đồng chí',
      ],
    ],
    [
      'dashes after the name, titles chained by dashes',
      'Đến dự lễ có các đồng chí: Lò Văn Khún - Ủy viên BCH Trung ương Đảng - Bí thư Tỉnh ủy; Vừ Thị Pà – Phó Chủ tịch UBND tỉnh.',
      ['Lò Văn Khún | Ủy viên BCH Trung ương Đảng + Bí thư Tỉnh ủy | các đồng chí', 'Vừ Thị Pà | Phó Chủ tịch UBND tỉnh | các đồng chí'],
    ],
    [
      'commas only, title before the name',
      'Đêm khai mạc có sự tham dự của Chủ tịch Quốc hội Trần Đình Khoát, nguyên Chủ tịch nước Lê Phúc Hậu, Phó Chủ tịch nước Võ Thị Tâm cùng các vị lãnh đạo tỉnh.',
      ['Trần Đình Khoát | Chủ tịch Quốc hội', 'Lê Phúc Hậu | nguyên Chủ tịch nước', 'Võ Thị Tâm | Phó Chủ tịch nước'],
    ],
    [
      'commas only, name first, a colon after a singular honorific for each',
      'Dự họp có ông Đỗ Bá Quát, Giám đốc Sở Nội vụ, bà Cao Thị Lượt, Phó Giám đốc Sở Tài chính, đại diện các phòng, ban.',
      ['Đỗ Bá Quát | Giám đốc Sở Nội vụ | ông', 'Cao Thị Lượt | Phó Giám đốc Sở Tài chính | bà'],
    ],
    [
      'the honorific of one person is not the next one’s',
      'Tham dự có đồng chí Phan Thế Nguyện, Phó Chủ tịch UBND tỉnh; Ngô Hữu Lãm, Giám đốc Sở Giao thông vận tải.',
      ['Phan Thế Nguyện | Phó Chủ tịch UBND tỉnh | đồng chí', 'Ngô Hữu Lãm | Giám đốc Sở Giao thông vận tải'],
    ],
    [
      'no comma between name and title',
      'Hội nghị do đồng chí Nguyễn Thế Chước Ủy viên Bộ Chính trị - Phó Thủ tướng Chính phủ chủ trì.',
      ['Nguyễn Thế Chước | Ủy viên Bộ Chính trị + Phó Thủ tướng Chính phủ | đồng chí |  | chair'],
    ],
    [
      'titles on both sides',
      'Về phía Việt Nam, có Thứ trưởng Bộ Văn hoá, Thể thao và Du lịch Lê Khánh Vọng, Trưởng Ban Tổ chức giải, đại diện các bộ ngành.',
      ['Lê Khánh Vọng | Thứ trưởng Bộ Văn hoá, Thể thao và Du lịch + Trưởng Ban Tổ chức giải |  | Việt Nam'],
    ],
    [
      'ranks and degrees are titles; a degree keeps its full stop',
      'Dự có Đại tá, TS Vừ A Chấn, Chủ nhiệm Quân y; PGS.TS. Thạch Thị Sa Rinh, Hiệu trưởng Nhà trường; PGS, TS Lê Bá Chúc; Trung tá QNCN Lê Hà Giang, Trợ lý Phòng Chính trị.',
      [
        'Vừ A Chấn | Đại tá + TS + Chủ nhiệm Quân y',
        'Thạch Thị Sa Rinh | PGS.TS. + Hiệu trưởng Nhà trường',
        'Lê Bá Chúc | PGS + TS',
        'Lê Hà Giang | Trung tá QNCN + Trợ lý Phòng Chính trị',
      ],
    ],
    [
      'a bare office joined by a dash shares the body; ", kiêm" is a title of its own',
      'Tham dự có đồng chí Phạm Bá Tấn, Phó Chủ tịch - Tổng Thư ký LHH Việt Nam; Thiếu tướng Lô Bá Thuần, Phó Tư lệnh, kiêm Tham mưu trưởng Quân khu; ông Vi Bá Nhọt, Chủ tịch kiêm Tổng Giám đốc Công ty Sao Sớm.',
      [
        'Phạm Bá Tấn | Phó Chủ tịch - Tổng Thư ký LHH Việt Nam | đồng chí',
        'Lô Bá Thuần | Thiếu tướng + Phó Tư lệnh + Tham mưu trưởng Quân khu',
        'Vi Bá Nhọt | Chủ tịch kiêm Tổng Giám đốc Công ty Sao Sớm | ông',
      ],
    ],
    [
      'a title said once for several people',
      'Dự buổi làm việc có các đồng chí: Vũ Đình Bách, Chủ tịch UBND tỉnh; các Phó Chủ tịch UBND tỉnh: Lê Quang Thậm, Đặng Xuân Tước; lãnh đạo các sở.',
      [
        'Vũ Đình Bách | Chủ tịch UBND tỉnh | các đồng chí',
        'Lê Quang Thậm | Phó Chủ tịch UBND tỉnh | các đồng chí',
        'Đặng Xuân Tước | Phó Chủ tịch UBND tỉnh | các đồng chí',
      ],
    ],
    [
      'a shared Party post before each State post',
      'Dự Hội nghị tại điểm cầu Trung ương có Tổng Bí thư Trần Bá Lưu; các Ủy viên Bộ Chính trị: Chủ tịch nước Lương Bá Cự, Thủ tướng Chính phủ Phạm Thế Mẫn.',
      [
        'Trần Bá Lưu | Tổng Bí thư |  | điểm cầu Trung ương',
        'Lương Bá Cự | Ủy viên Bộ Chính trị + Chủ tịch nước |  | điểm cầu Trung ương',
        'Phạm Thế Mẫn | Ủy viên Bộ Chính trị + Thủ tướng Chính phủ |  | điểm cầu Trung ương',
      ],
    ],
    [
      'a space forgotten after a rank, a position in brackets',
      'Đại tướngTrần Bá Quảng (bìa phải), Bộ trưởng Bộ Công an tặng hoa chúc mừng Thượng tướng Bùi Bá Nam, Thứ trưởng Bộ Công an.',
      ['Trần Bá Quảng | Đại tướng + Bộ trưởng Bộ Công an', 'Bùi Bá Nam | Thượng tướng + Thứ trưởng Bộ Công an'],
    ],
    [
      'the verb comes last',
      'Bà Phạm Thị Hồng Yên – Phó Chủ tịch UBND tỉnh; TS.BS Nguyễn Vĩnh Chấu - Phó Giám đốc Sở Y tế đến dự.',
      ['Phạm Thị Hồng Yên | Phó Chủ tịch UBND tỉnh | Bà', 'Nguyễn Vĩnh Chấu | TS.BS + Phó Giám đốc Sở Y tế'],
    ],
    [
      'offices in small letters',
      'Đến dự còn có các ông: Nguyễn Bá Phòng, ủy viên Trung ương Đảng, chủ tịch UBND TP.Vĩnh Sa; Phạm Chánh Lộc, nguyên phó trưởng ban Kinh tế trung ương; và bà Phan Thị Thao, nguyên chủ tịch HĐND TP.Vĩnh Sa.',
      [
        'Nguyễn Bá Phòng | ủy viên Trung ương Đảng + chủ tịch UBND TP.Vĩnh Sa | các ông',
        'Phạm Chánh Lộc | nguyên phó trưởng ban Kinh tế trung ương | các ông',
        'Phan Thị Thao | nguyên chủ tịch HĐND TP.Vĩnh Sa | bà',
      ],
    ],
    [
      'lines with bullets under headings',
      'Thành phần tham dự:\n1. Đại biểu Trung ương:\n- Đồng chí Lê Văn Hững, Thứ trưởng Bộ Nội vụ;\n- Đồng chí Trần Thị Mỵ, Vụ trưởng Vụ Công chức, Viên chức.\n2. Đại biểu tỉnh:\n- Đồng chí Nông Văn Thướng, Phó Chủ tịch UBND tỉnh.',
      [
        'Lê Văn Hững | Thứ trưởng Bộ Nội vụ | Đồng chí | Đại biểu Trung ương',
        'Trần Thị Mỵ | Vụ trưởng Vụ Công chức, Viên chức | Đồng chí | Đại biểu Trung ương',
        'Nông Văn Thướng | Phó Chủ tịch UBND tỉnh | Đồng chí | Đại biểu tỉnh',
      ],
    ],
  ])('%s', (_rule, text, wanted) => {
    expect(attendeesOf(text)).toEqual(wanted);
  });
});

describe('names', () => {
  it.each<[string, string, string[]]>([
    [
      'highland and Khmer names',
      'Tham dự có đồng chí Y Blơm Niê - Phó Bí thư Tỉnh đoàn; đồng chí H’Lan Êban - Ủy viên Ban Thường vụ Tỉnh Đoàn; đồng chí Ksor Nhăm, Bí thư Huyện đoàn; ông Kim Sa Thên, Phó Chủ tịch UBND tỉnh.',
      [
        'Y Blơm Niê | Phó Bí thư Tỉnh đoàn | đồng chí',
        'H’Lan Êban | Ủy viên Ban Thường vụ Tỉnh Đoàn | đồng chí',
        'Ksor Nhăm | Bí thư Huyện đoàn | đồng chí',
        'Kim Sa Thên | Phó Chủ tịch UBND tỉnh | ông',
      ],
    ],
    [
      'a given name that is a place; family names that are words',
      'Dự có Đại tá Nguyễn Trường Sa, Phó Chính ủy; đồng chí Đoàn Thị Đồng, Chủ tịch Hội LHPN huyện; Phó Chủ tịch UBND tỉnh Lâm Hải Giang.',
      ['Nguyễn Trường Sa | Đại tá + Phó Chính ủy', 'Đoàn Thị Đồng | Chủ tịch Hội LHPN huyện | đồng chí', 'Lâm Hải Giang | Phó Chủ tịch UBND tỉnh'],
    ],
    [
      'guests from abroad',
      'Về phía Hàn Quốc, có ông Jang Woo Bin, Phó Tổng Lãnh sự quán Hàn Quốc; ông Thông-khăm Vông-sả, Phó Đô trưởng; Bộ trưởng Bộ Nông nghiệp LB Nga Oleg Karpenkov; Thống đốc tỉnh Moscow Pavel Orlovsky Iu.',
      [
        'Jang Woo Bin | Phó Tổng Lãnh sự quán Hàn Quốc | ông | Hàn Quốc',
        'Thông-khăm Vông-sả | Phó Đô trưởng | ông | Hàn Quốc',
        'Oleg Karpenkov | Bộ trưởng Bộ Nông nghiệp LB Nga |  | Hàn Quốc',
        'Pavel Orlovsky Iu | Thống đốc tỉnh Moscow |  | Hàn Quốc',
      ],
    ],
    [
      'churches',
      'Hòa thượng Thích Thanh Nhuệ, Phó Chủ tịch Hội đồng Trị sự; Linh mục Giuse Trần Xuân Mãn; Mục sư Nguyễn Hữu Mặc đã tham dự buổi gặp mặt.',
      ['Thích Thanh Nhuệ | Hòa thượng + Phó Chủ tịch Hội đồng Trị sự', 'Giuse Trần Xuân Mãn | Linh mục', 'Nguyễn Hữu Mặc | Mục sư'],
    ],
    [
      'a place between office and name',
      'Chủ tịch UBND huyện Đông Thịnh Trần Văn Khối trình bày báo cáo. Bí thư Thành ủy Hà Nội Đinh Tiến Hứng phát biểu.',
      ['Trần Văn Khối | Chủ tịch UBND huyện Đông Thịnh |  |  | speaker', 'Đinh Tiến Hứng | Bí thư Thành ủy Hà Nội |  |  | speaker'],
    ],
  ])('%s', (_rule, text, wanted) => {
    expect(attendeesOf(text)).toEqual(wanted);
  });

  it('takes no street, school, prize, province or company for a person', () => {
    expect(
      attendeesOf(
        'Sáng 2.3, tại đường Lê Hồng Phong, phường Trần Hưng Đạo, Trường THPT Nguyễn Du nhận Giải thưởng Lương Thế Trân; Đoàn TNCS Hồ Chí Minh tỉnh Hà Giang và Tập đoàn Đồng Tâm Group trao học bổng Vừ A Dính.',
      ),
    ).toEqual([]);
  });

  it('merges a slip in a family name with the name as it should be', () => {
    const text = 'Lễ hội có sự tham dự của Chủ tịch Quốc hội Nguyên Bá Hùng. Phát biểu tại lễ hội, Chủ tịch Quốc hội Nguyễn Bá Hùng biểu dương ngành chè.';
    expect(attendeesOf(text)).toEqual(['Nguyên Bá Hùng | Chủ tịch Quốc hội |  |  | speaker']);
  });
});

describe('delegations and roles', () => {
  it.each<[string, string, string[]]>([
    [
      'Về phía X có',
      'Về phía đầu cầu tỉnh Vĩnh Sa có các đồng chí: Thào Mí Súng, Phó Bí thư Tỉnh uỷ; Nguyễn Bá Tại, Chủ tịch HĐND tỉnh.',
      ['Thào Mí Súng | Phó Bí thư Tỉnh uỷ | các đồng chí | đầu cầu tỉnh Vĩnh Sa', 'Nguyễn Bá Tại | Chủ tịch HĐND tỉnh | các đồng chí | đầu cầu tỉnh Vĩnh Sa'],
    ],
    [
      'a side inside the sentence',
      'Dự lễ ký có ông Trần Bá Lập, Giám đốc Sở Khoa học và Công nghệ, về phía DNTU có: TS. Lê Thị Hoái, Hiệu trưởng.',
      ['Trần Bá Lập | Giám đốc Sở Khoa học và Công nghệ | ông', 'Lê Thị Hoái | TS. + Hiệu trưởng |  | DNTU'],
    ],
    [
      'Tại điểm cầu X',
      'Tại điểm cầu Vĩnh Sa, dự hội nghị có đồng chí Mùa A Sấu, Phó Chủ tịch UBND tỉnh; Trưởng Ban Dân tộc tỉnh Sùng A Lếnh.',
      ['Mùa A Sấu | Phó Chủ tịch UBND tỉnh | đồng chí | điểm cầu Vĩnh Sa', 'Sùng A Lếnh | Trưởng Ban Dân tộc tỉnh |  | điểm cầu Vĩnh Sa'],
    ],
    [
      'a bare X có các đồng chí',
      'Dự có đồng chí Trần Bá Lập, Phó Bí thư Tỉnh ủy. Thành phố Phổ Minh có các đồng chí: Dương Bá Hào, Chủ tịch UBND thành phố.',
      ['Trần Bá Lập | Phó Bí thư Tỉnh ủy | đồng chí', 'Dương Bá Hào | Chủ tịch UBND thành phố | các đồng chí | Thành phố Phổ Minh'],
    ],
    [
      'a list that names a body',
      'Hội nghị dưới sự chủ trì của các đồng chí Thường trực Tỉnh ủy: Hồ Bá Dụng - Bí thư Tỉnh ủy; Lê Thị Toán - Phó Bí thư Tỉnh ủy.',
      ['Hồ Bá Dụng | Bí thư Tỉnh ủy | các đồng chí | Thường trực Tỉnh ủy | chair', 'Lê Thị Toán | Phó Bí thư Tỉnh ủy | các đồng chí | Thường trực Tỉnh ủy | chair'],
    ],
    [
      'do X làm trưởng đoàn',
      'Ngày 30/3, Đoàn giám sát của HĐND tỉnh do ông Hồ Bá Thanh, Phó Chủ tịch HĐND tỉnh làm trưởng đoàn đã làm việc với huyện.',
      ['Hồ Bá Thanh | Phó Chủ tịch HĐND tỉnh | ông | Đoàn giám sát của HĐND tỉnh | leader_of_delegation'],
    ],
    [
      'the title says who leads; an office does not',
      'Đến dự có ông Devin Prasad Rao, Trưởng đoàn đại biểu nhân dân Ấn Độ; bà Lý Thị Lán, Phó Trưởng Đoàn ĐBQH tỉnh.',
      ['Devin Prasad Rao | Trưởng đoàn đại biểu nhân dân Ấn Độ | ông | đoàn đại biểu nhân dân Ấn Độ | leader_of_delegation', 'Lý Thị Lán | Phó Trưởng Đoàn ĐBQH tỉnh | bà'],
    ],
    [
      'chairs: verb after, verb before, several at once',
      'Hội nghị do đồng chí Thứ trưởng Bộ Lao động - Thương binh và Xã hội Lê Tấn Dụng và đồng chí Phó Chủ tịch UBND tỉnh Trần Bá Tuân đồng chủ trì. Chủ trì phiên chiều là ông Hầu Minh Lẹ, Phó Giám đốc Sở Nội vụ.',
      [
        'Lê Tấn Dụng | Thứ trưởng Bộ Lao động - Thương binh và Xã hội | đồng chí |  | chair',
        'Trần Bá Tuân | Phó Chủ tịch UBND tỉnh | đồng chí |  | chair',
        'Hầu Minh Lẹ | Phó Giám đốc Sở Nội vụ | ông |  | chair',
      ],
    ],
    [
      'the main clause is no part of the list before it',
      'Dưới sự chủ trì của đồng chí Lường Văn Thặng - Phó Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo, Hội nghị đã nghe bà Quàng Thị Nguyến, Giám đốc Sở Y tế báo cáo kết quả.',
      ['Lường Văn Thặng | Phó Chủ tịch UBND tỉnh + Trưởng Ban Chỉ đạo | đồng chí |  | chair', 'Quàng Thị Nguyến | Giám đốc Sở Y tế | bà |  | speaker'],
    ],
    [
      'a speech makes a speaker of the person in the list',
      'Dự có đồng chí Thào A Dế, Bí thư Huyện ủy. Phát biểu tại buổi gặp mặt, đồng chí Thào A Dế ghi nhận đóng góp của doanh nghiệp.',
      ['Thào A Dế | Bí thư Huyện ủy | đồng chí |  | speaker'],
    ],
  ])('%s', (_rule, text, wanted) => {
    expect(attendeesOf(text)).toEqual(wanted);
  });
});

describe('people who are not there', () => {
  it.each([
    ['the dead', 'Các đại biểu nghiêng mình trước anh linh đồng chí Võ Văn Tướng, nguyên Phó Thủ tướng, và viếng nhà lưu niệm cố Thủ tướng Võ Bá Lẫm.'],
    ['flowers sent', 'Đồng chí Lê Minh Chấu, Chủ tịch UBND tỉnh gửi lẵng hoa chúc mừng.'],
    ['absent', 'Đồng chí Phạm Thị Vuối, Phó Chủ tịch HĐND tỉnh vắng mặt.'],
    ['visited at home', 'Đoàn đã đến thăm, tặng quà cho chị Nguyễn Thị Mưới ở xã Bình Mỹ và thăm gia đình ông Đinh Văn Ngạ.'],
    ['interviewed', 'Anh Giàng A Páo (thôn Nậm Lúc) chia sẻ: “Gia đình tôi có 2 ha”. Trả lời phỏng vấn, ông Đỗ Quang Hụy, Giám đốc Công ty Hoa Mơ cho biết sản lượng tăng.'],
    ['elected', 'Đại hội đã bầu Ban Chấp hành. Ông Lâm Bá Đắc được bầu giữ chức Chủ tịch Hội.'],
    ['performers', 'Chương trình có sự góp mặt của các Nghệ sĩ Nhân dân: Thu Hiện, Quang Thọ; ca sĩ Tùng Lương.'],
    ['an earlier event', 'Trước đó, dưới sự chứng kiến của Thủ tướng Chính phủ Nguyễn Bá Phụng, hai bên đã ký kết thỏa thuận.'],
    ['inside a quotation', 'Đại biểu nói: “Tôi có trò chuyện với Bí thư Thành ủy Đinh Bá Thặng hôm qua”.'],
  ])('%s', (_why, text) => {
    expect(attendeesOf(text)).toEqual([]);
  });
});

describe('bodies', () => {
  it.each<[string, string[]]>([
    [
      'Dự có đồng chí Trần Bá Lập, Bí thư Huyện ủy; đại diện lãnh đạo các sở, ban, ngành; cùng 104 đại biểu là cán bộ Ban Binh vận.',
      ['đại diện lãnh đạo các sở, ban, ngành', '104 đại biểu là cán bộ Ban Binh vận'],
    ],
    ['Dự có các đồng chí trong Ban Thường vụ Tỉnh ủy.', ['các đồng chí trong Ban Thường vụ Tỉnh ủy']],
    ['Đồng chí Vương Bá Nam, Phó Chủ tịch UBND tỉnh cùng đại diện Lãnh đạo các Sở, Ban, Ngành đã đến dự.', ['đại diện Lãnh đạo các Sở, Ban, Ngành']],
    ['Tham gia Đoàn có các đại biểu: Lê Thị Thanh Xoan, Phó Trưởng Đoàn ĐBQH tỉnh.', []],
    ['Các đại biểu chụp ảnh lưu niệm.', []],
  ])('%s', (text, wanted) => {
    expect(collectivesOf(text)).toEqual(wanted);
  });
});
