// markdown-it makes one of these even when bare addresses are left alone, as they are here. 4 kB less for every writer.
export class LinkifyIt {}
