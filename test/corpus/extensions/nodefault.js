export const definePackage = 1;
