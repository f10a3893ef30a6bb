import { Arg, Query, Resolver } from "type-graphql";
import type { ConnectionGuide } from "../../services/guide/guide.model.js";
import type { GuideService } from "../../services/guide/guide.service.js";
import { ConnectionGuideInput } from "./guide.input.js";
import { ConnectionGuideType } from "./guide.type.js";

@Resolver(() => ConnectionGuideType)
export class GuideResolver {
  constructor(private readonly deps: { readonly guide: GuideService }) {}

  @Query(() => ConnectionGuideType, {
    description:
      "How to register the application at Microsoft Entra: account type, permissions, steps with links, and scripts, derived from plain answers. Asks nobody and stores nothing.",
  })
  connectionGuide(
    @Arg("input", () => ConnectionGuideInput, { description: "The answers." }) input: ConnectionGuideInput,
  ): ConnectionGuide {
    const { mayConsent = null, tenantId = null, clientId = null } = input;
    return this.deps.guide.guide({ ...input, mayConsent, tenantId, clientId });
  }
}
