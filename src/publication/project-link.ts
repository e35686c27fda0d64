/** The anchor of a project on the pages of the abridged registers. */
export function projectAnchor(id: string): string {
  return `project-${encodeURIComponent(id)}`;
}

/**
 * Which project an address under the publication's own one speaks of: by the page's anchor (`…#project-<id>`) or the
 * parameter `project`. Null for every other address, above all for other hosts.
 */
export function linkedProject(publication: string, address: string): string | null {
  if (!URL.canParse(address) || !URL.canParse(publication)) return null;
  const [own, url] = [new URL(publication), new URL(address)];
  // The folder the publication lies in: its pages are several, in each language one.
  const folder = own.pathname.replace(/[^/]*$/, '');
  const within = url.pathname === own.pathname || url.pathname.startsWith(folder);
  if (url.origin !== own.origin || !within || url.username !== '' || url.password !== '') return null;
  const anchor = /^#project-(.+)$/.exec(url.hash)?.[1];
  return (anchor === undefined ? url.searchParams.get('project') : decoded(anchor)) || null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
