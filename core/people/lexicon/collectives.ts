import { phraseTable } from '#core/vietnamese/phrase-table.ts';

/** First words of people or bodies that attend without being named. */
export const COLLECTIVE_HEADS = phraseTable(
  'lãnh đạo|các lãnh đạo|nguyên lãnh đạo|đại diện|đại diện lãnh đạo|các đại diện|toàn thể|tập thể|đông đảo|đông|hơn|gần|trên|khoảng|hàng|hàng trăm|hàng ngàn|hàng nghìn|hàng chục|nhiều|một số|các cán bộ|cán bộ|các đại biểu|đại biểu|các vị|các bậc|các cơ quan|các sở|các ban|các phòng|các đơn vị|các đoàn|các doanh nghiệp|các thành viên|thành viên|các ủy viên|chư tôn|chư tôn đức|quý vị|bà con|nhân dân|đồng bào|thân nhân|gia đình|các gia đình|các cựu|các thầy cô|các nhà|các em|các tổ chức|các cơ quan|các lực lượng|các hội|các địa phương|các huyện|các tỉnh|các phóng viên|phóng viên|thủ trưởng|chỉ huy|ban giám đốc|ban giám hiệu|ban lãnh đạo|ban chỉ huy|ban chấp hành|ban thường vụ|thường trực|cấp ủy|các phó|các trưởng|các chuyên gia|các nghệ sĩ|các chiến sĩ|đoàn viên|hội viên|học sinh|sinh viên|các bộ|các ngành|các chức sắc|chức sắc|các già làng|các trường|các hộ|các tầng lớp|các nữ|các anh hùng|các mẹ|các bà mẹ|mẹ việt nam anh hùng|những|phụ huynh|đội ngũ|các giáo viên|giáo viên|công chức|người dân|các bạn|bạn bè|các đảng viên|đảng viên|bộ đội|lực lượng|quan khách|khách mời|các khách mời|các đối tác|các quan chức|quan chức|cộng đồng|các sĩ quan|sĩ quan|tăng ni|phật tử|bộ chỉ huy|đảng ủy',
);

/** Plural words of address before unnamed people: `các đồng chí trong Ban Thường vụ`, `các đồng chí nguyên lãnh đạo`. */
export const PLURAL_PEOPLE = phraseTable('các đồng chí|các đ/c|các ông|các bà|các vị|các anh|các chị|nhiều đồng chí|một số đồng chí|những đồng chí');
