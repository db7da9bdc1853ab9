export const htmlView = (): string => "";
