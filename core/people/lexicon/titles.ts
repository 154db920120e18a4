import { phraseTable } from '#core/vietnamese/phrase-table.ts';

/**
 * First words of a title. A title runs from its head to the next separator; what follows the head is its organisation.
 * Sources: the lists of offices in the newsroom's notes (Party, State, Front, unions, army, churches, diplomats).
 */
export const TITLE_HEADS = phraseTable(
  // Party
  'tổng bí thư|bí thư|phó bí thư|ủy viên|uv|uvbch|uvbtv|uvbct|uvtv|uvtw|tỉnh ủy viên|thành ủy viên|huyện ủy viên|thị ủy viên|quận ủy viên|đảng ủy viên|tuv|thường trực ban bí thư|trưởng tiểu ban|phó trưởng tiểu ban',
  // State
  'chủ tịch nước|phó chủ tịch nước|chủ tịch|phó chủ tịch|pct|chủ tịch quốc hội|phó chủ tịch quốc hội|thủ tướng|phó thủ tướng|bộ trưởng|thứ trưởng|chủ nhiệm|phó chủ nhiệm|tổng thanh tra|phó tổng thanh tra|tổng kiểm toán|phó tổng kiểm toán|thống đốc|phó thống đốc|chánh án|phó chánh án|viện trưởng|phó viện trưởng|kiểm sát viên|thẩm phán|đại biểu quốc hội|đbqh|đại biểu hđnd|chấp hành viên|chánh thanh tra|phó chánh thanh tra|chánh văn phòng|phó chánh văn phòng|trợ lý|thư ký|tổng thư ký|phó tổng thư ký|ủy viên thường trực|ủy viên thường vụ',
  // Boards, departments
  'trưởng ban|phó trưởng ban|phó ban|trưởng phòng|phó trưởng phòng|phó phòng|trưởng khoa|phó trưởng khoa|phó khoa|trưởng bộ môn|trưởng đoàn|phó trưởng đoàn|phó đoàn|trưởng phái đoàn|phó trưởng phái đoàn|trưởng đại diện|phó trưởng đại diện|trưởng bộ phận|trưởng nhóm|trưởng các|trưởng|phó trưởng|giám đốc|phó giám đốc|tổng giám đốc|phó tổng giám đốc|cục trưởng|phó cục trưởng|tổng cục trưởng|phó tổng cục trưởng|vụ trưởng|phó vụ trưởng|chi cục trưởng|phó chi cục trưởng|hạt trưởng|đội trưởng|đội phó|phó đội trưởng|trạm trưởng|đồn trưởng|phó đồn trưởng|cụm trưởng|cụm phó|tổ trưởng|tổ phó|kế toán trưởng|hội trưởng|hội phó|bí thư thứ nhất|hiệu trưởng|phó hiệu trưởng|hiệu phó|quyền giám đốc|trưởng thôn|trưởng bản|trưởng công an|phó trưởng công an|thủ trưởng|phó thủ trưởng|tổng biên tập|phó tổng biên tập|trưởng cơ quan|người đứng đầu|đại diện thường trú|chủ nhiệm ủy ban|đồng chủ tịch|đồng trưởng ban|trưởng ban liên lạc|thành viên hđqt|thành viên hội đồng|thành viên|sáng lập viên|nhà sáng lập|điều phối viên|quản lý',
  // Army, police
  'tư lệnh|phó tư lệnh|tham mưu trưởng|phó tham mưu trưởng|tổng tham mưu trưởng|phó tổng tham mưu trưởng|chính ủy|phó chính ủy|chính trị viên|phó chính trị viên|chính trị viên phó|chỉ huy trưởng|phó chỉ huy trưởng|chỉ huy phó|trung đoàn trưởng|sư đoàn trưởng|lữ đoàn trưởng|tiểu đoàn trưởng|đại đội trưởng|hải đội trưởng|hải đoàn trưởng|thuyền trưởng|phó sư đoàn trưởng|phó lữ đoàn trưởng|phó trung đoàn trưởng',
  // Foreign and diplomatic
  'tổng thống|phó tổng thống|quốc vương|nhà vua|hoàng tử|công chúa|nữ hoàng|đại sứ|tổng lãnh sự|phó tổng lãnh sự|lãnh sự|phó lãnh sự|tùy viên|công sứ|tham tán|tỉnh trưởng|phó tỉnh trưởng|đô trưởng|phó đô trưởng|thị trưởng|phó thị trưởng|huyện trưởng|nghị sĩ|thượng nghị sĩ|hạ nghị sĩ|quốc vụ khanh|ngoại trưởng|bộ trưởng bộ|đặc phái viên|phát ngôn viên|người phát ngôn|cố vấn|chủ tịch thượng viện|chủ tịch hạ viện|đại biện|đại biện lâm thời|thống đốc bang',
  // Callings
  'giảng viên|giáo viên|chuyên gia|chuyên viên|nghiên cứu viên|nhà báo|nhà văn|nhà thơ|nhà nghiên cứu|nhà khoa học|nhà sử học|họa sĩ|nhạc sĩ|đạo diễn|kiến trúc sư|phóng viên|huấn luyện viên|nghệ nhân|doanh nhân|già làng|nhà ngoại giao|cán bộ|chiến sĩ|cựu chiến binh|người chiến sĩ|người chiến sỹ|anh hùng lao động|anh hùng lực lượng vũ trang|anh hùng lực lượng vũ trang nhân dân|anh hùng llvt|anh hùng llvtnd|phân xã trưởng|hội viên|nhân chứng|thủ khoa|á khoa|lớp trưởng',
);

/** Titles of performers: those who act on a stage are named, but do not attend. */
export const PERFORMER_HEADS = phraseTable(
  'nghệ sĩ nhân dân|nghệ sĩ ưu tú|nghệ sĩ|nghệ sỹ|nsnd|nsưt|ca sĩ|ca sỹ|nhạc trưởng|diễn viên|nhóm nhạc|ban nhạc|dàn nhạc|mc|người mẫu|hoa hậu|á hậu|vận động viên|cầu thủ',
);

/** Words before a head that belong to the title; they may be repeated by further titles. */
export const TITLE_PREFIXES = phraseTable('nguyên|quyền|cựu|tân|q.|đương kim|nữ');

/** Ranks, degrees and ordinations: whole titles by themselves that stand before a name. */
export const RANKS = phraseTable(
  'đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|đô đốc|phó đô đốc|chuẩn đô đốc|chuẩn tướng|đại uý|thượng sĩ|trung sĩ|hạ sĩ|binh nhất',
  'giáo sư|phó giáo sư|tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ|gs|pgs|ts|ths|th.s|pgs.ts|gs.ts|gs.tskh|tskh|tiến sĩ khoa học|bs|bác sĩ|bác sỹ|bscki|bsckii|luật sư|ls|kỹ sư|ks|dược sĩ|nhà giáo nhân dân|nhà giáo ưu tú|ngnd|ngưt|thầy thuốc nhân dân|thầy thuốc ưu tú|ttnd|ttưt|pgs.ts.bs|pgs.tskh|giáo sư tiến sĩ|cử nhân|gs.vs|viện sĩ|kts|ngưt.ts|ts.bs|ths.bs',
  'đức giáo chủ|đức pháp chủ|trưởng lão hòa thượng|hòa thượng|thượng tọa|đại đức|ni trưởng|ni sư|sư cô|trưởng lão|linh mục|giám mục|đức giám mục|tổng giám mục|đức tổng giám mục|hồng y|đức hồng y|mục sư|đức cha|sư thầy|ht|tt',
);
