import forge from "node-forge";

/**
 * Deriving a key from a password takes as many rounds as the file says, so a file could keep the process busy for hours.
 * Tools write 2,000 to 600,000.
 */
const MOST_ROUNDS = 1_000_000;
/** Deep enough for every file that tools write; a file nested deeper is refused by its depth alone. */
const DEEPEST = 24;
/** A key derivation whose cost has three parameters; no tool that makes certificates uses it by default. */
const SCRYPT = "1.3.6.1.4.1.11591.4.11";

/** The file asks for more work than is reasonable. */
export class CostlyFileError extends Error {
  override readonly name = "CostlyFileError";
}

/**
 * Refuses a DER structure that asks for too many rounds of key derivation, wherever in it. Every form in use (PBES1, PBES2,
 * the integrity check of PKCS#12) writes the salt, an OCTET STRING, directly before the count, an INTEGER.
 * @throws CostlyFileError
 */
export function assertModestCost(node: forge.asn1.Asn1, depth = 0): void {
  if (depth > DEEPEST) throw new CostlyFileError("nested too deeply");
  if (!Array.isArray(node.value)) {
    if (isOf(node, forge.asn1.Type.OID) && forge.asn1.derToOid(node.value) === SCRYPT) {
      throw new CostlyFileError("scrypt");
    }
    const inner = isOf(node, forge.asn1.Type.OCTETSTRING) ? nested(node.value) : undefined;
    if (inner !== undefined) assertModestCost(inner, depth + 1);
    return;
  }
  for (const [index, child] of node.value.entries()) {
    const before = node.value[index - 1];
    if (before && isOf(before, forge.asn1.Type.OCTETSTRING) && isOf(child, forge.asn1.Type.INTEGER)) {
      if (!(roundsOf(child) <= MOST_ROUNDS)) throw new CostlyFileError("too many rounds");
    }
    assertModestCost(child, depth + 1);
  }
}

function isOf(node: forge.asn1.Asn1, type: forge.asn1.Type): boolean {
  return node.tagClass === forge.asn1.Class.UNIVERSAL && node.type === type;
}

function roundsOf({ value }: forge.asn1.Asn1): number {
  // Longer than four bytes is too many anyway, and negative numbers are none.
  if (typeof value !== "string" || value.length === 0 || value.length > 4) return Number.POSITIVE_INFINITY;
  const rounds = Buffer.from(value, "latin1").readIntBE(0, value.length);
  return rounds < 0 ? Number.POSITIVE_INFINITY : rounds;
}

/** What stands in an OCTET STRING, where that is DER itself. */
function nested(bytes: string): forge.asn1.Asn1 | undefined {
  if (!bytes.startsWith("\x30")) return undefined;
  try {
    return forge.asn1.fromDer(bytes);
  } catch {
    return undefined;
  }
}
