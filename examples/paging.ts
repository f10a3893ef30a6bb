interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** All nodes of a list, asked for page by page. */
export async function allPages<Node>(
  ask: (after: string | null) => Promise<Page<Node> | null | undefined>,
): Promise<readonly Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const page = await ask(after);
    if (!page) throw new Error("The gateway has no such list for this API key.");
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}
