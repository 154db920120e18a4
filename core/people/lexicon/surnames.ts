import { toneKey } from '#core/vietnamese/tone-key.ts';

/**
 * Family names, by how far a capital letter alone can be trusted. Sources: the newsroom's notes on the genre
 * (Kinh, Tày-Nùng, Thái-Mường, Mông, Dao, Tây Nguyên, Khmer, Chăm) and the common stock of Vietnamese family names.
 */
const keys = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).map(toneKey));

/** Names that are hardly ever another capitalised word: two capitalised words that begin with one are a person. */
export const STRONG_SURNAMES = keys(
  `Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Lâm Trịnh Đào Phùng Tạ Lương
   Vương Quách Khuất Doãn Nghiêm Nông Giàng Sùng Thào Vừ Lò Quàng Lường Triệu Tẩn Chẩu Phàn Thạch Tô Mai Đàm
   Lưu Đậu Thích Hứa Cù Bế Lù Đèo Cầm Sầm Tòng Lèng Tráng Hầu Lầu Hạng Vàng Thò Lữ Lã Ksor Siu Niê Êban Mlô Kpă Rmah
   Alăng Zơrâm Bríu Tống Tăng Trang Đổng Nhâm Nguỵ Mạc Phí Thiều Chử Cấn Tưởng`,
);

/** Names that are common words, places or offices too: they need a title, an honorific or a place in a list beside them. */
export const WEAK_SURNAMES = keys(
  `Hà Cao Chu Thái Kiều Lại Đồng Vưu Thân Tào Khổng Âu Viên Đoàn Ninh Vi La Lục Ma Mương Lộc Lô Cà Vì Bạc Xa Mùa Ly Cứ Hờ
   Bàn Phượng Quảng Danh Kim Sơn Châu Kiên Hàn Bạch Giáp Giang Hình Hoa Khúc Khương Kha Lạc Liêu Lỗ Luyện Nhan Ôn Ông
   Quan Quản Sử Thẩm Thi Tiêu Tiết Tôn Trà Trác Trầm Từ Ung Uông Úng Vạn Vòng Văn Yên An Bá Bành Biện Bồ Ca Cát Chung
   Chúc Cung Cổ Dư Đái Đới Đường Điền Điểu Hùng Phó Phương Sằm Lừ Cháng Chảo Thền Lồ Sin Sìn Nay Rơ Rah Hlong
   Giản Hán Lang Ứng Đăng Mã Mộc Nhữ Y A Ha K’ H’ K' H' Kră Bling Cil Liêng Kon Đạo Bá Thuận Từ Sô Pờ Lỳ Pồ Khoàng Chang
   Mông Hồng Hảng Sòng Thàng Củng Vàng Lý Chíu Tằng Trưởng Lềnh Phù Khà Ngân Lương Quang Phạm Hả`,
);

/** Family names of Korean, Chinese and Japanese guests in Latin letters; they stand first. */
export const FOREIGN_SURNAMES = keys(
  `Kim Lee Park Choi Jeong Jung Chung Kang Cho Yoon Jang Lim Han Shin Seo Kwon Hwang Ahn Song Yoo Hong Moon Bae Oh Ryu
   Wang Wei Zhang Zhao Chen Huang Zhou Liu Yang Sun Guo Xie Xu Lin Tsunoda Sato Suzuki Tanaka Yamada Ito Watanabe
   Nakamura Kobayashi Yamamoto Kishida Abe`,
);

/** Syllables that stand between a family name and a given name: proof that a short run of capitals is a person. */
export const MIDDLE_NAMES = keys('Văn Thị Hữu Đức Công Quốc Xuân Đình Mí Seo Chá Thanh Minh Ngọc Quang');
