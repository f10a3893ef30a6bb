import type { ErrorExplanation, Fixer } from "../explained-errors/error-explanation.js";
import { explainError } from "../explained-errors/explain-error.js";
import { registrationPageLink } from "../guide/portal-links.js";
import type { ConnectionConfig } from "./connection.model.js";

/** What somebody has to do next for a connection. */
export interface ConnectionNextStep {
  readonly sentence: string;
  readonly fixer: Fixer;
  readonly link: string | null;
}

type Facts = Pick<ConnectionConfig, "state" | "stateCode" | "stateReason" | "access" | "cloud" | "clientId">;

const VERIFY = "Then send `verifyConnection`.";

/** The next step that a connection's state asks for, from Microsoft's code where there was one; null when none is. */
export function nextStepOf(connection: Facts): ConnectionNextStep | null {
  const { state, access, cloud, clientId } = connection;
  switch (state) {
    case "ACTIVE":
      return null;
    case "DISABLED":
      return operator("Switch it on with `updateConnection` when it is to be used again.");
    case "DRAFT":
      return access === "DELEGATED"
        ? operator("Have a person sign in to it.")
        : operator("Enter its credential and add a mailbox, if they are missing. Then send `verifyConnection`.");
    case "AWAITING_CONSENT": {
      const explained = explanationOf(connection);
      if (explained !== null) return explainedStep(explained, registrationPageLink(cloud, "CallAnAPI", clientId));
      return {
        sentence: `Press “Grant admin consent” on the registration's API permissions page. ${VERIFY}`,
        fixer: "TENANT_ADMINISTRATOR",
        link: registrationPageLink(cloud, "CallAnAPI", clientId),
      };
    }
    case "NEEDS_RECONNECT": {
      const explained = explanationOf(connection);
      if (explained !== null) return explainedStep(explained, registrationPageLink(cloud, "Credentials", clientId));
      return {
        sentence: `Enter a new credential with \`updateConnection\`. ${VERIFY}`,
        fixer: "GATEWAY_OPERATOR",
        link: registrationPageLink(cloud, "Credentials", clientId),
      };
    }
    case "DEGRADED": {
      const explained = explanationOf(connection);
      if (explained?.isRetryable) return { sentence: explained.step, fixer: explained.fixer, link: explained.link };
      return explained === null
        ? operator("Send `verifyConnection` to find out more.")
        : explainedStep(explained, null);
    }
  }
}

function explanationOf({ stateCode, cloud, clientId }: Facts): ErrorExplanation | null {
  return stateCode === null ? null : explainError(stateCode, { cloud, clientId });
}

function explainedStep({ step, fixer, link }: ErrorExplanation, otherwise: string | null): ConnectionNextStep {
  return { sentence: `${step} ${VERIFY}`, fixer, link: link ?? otherwise };
}

function operator(sentence: string): ConnectionNextStep {
  return { sentence, fixer: "GATEWAY_OPERATOR", link: null };
}
