/** Names the host in a manifest. */
export const platform = `node ${process.versions.node}, ${process.platform} ${process.arch}`;
