/** The name readers and newsrooms see. */
export const portalName = 'Cổng mẫu';
