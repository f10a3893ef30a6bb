import { Arg, Query, Resolver } from "type-graphql";
import { AppError } from "../../lib/app-error.js";
import type { Cloud } from "../../lib/clouds.js";
import type { ErrorExplanation } from "../../services/explained-errors/error-explanation.js";
import { explainError } from "../../services/explained-errors/explain-error.js";
import { CloudEnum } from "../connection/connection.enums.js";
import { ErrorExplanationType } from "./error-explanation.type.js";

const CODE = /^[\w-]{1,80}$/;

@Resolver(() => ErrorExplanationType)
export class ErrorExplanationResolver {
  @Query(() => ErrorExplanationType, {
    description: "What a code of Microsoft Entra (`AADSTS7000215`) or Microsoft Graph (`ErrorAccessDenied`) means.",
  })
  explainError(
    @Arg("code", () => String, { description: "The code; of Entra's the number alone will do." }) code: string,
    @Arg("cloud", () => CloudEnum, { nullable: true, description: "The cloud whose portal the link leads to." })
    cloud?: Cloud | null,
  ): ErrorExplanation {
    if (!CODE.test(code.trim())) {
      throw new AppError("INVALID_INPUT", "Give a code such as `AADSTS7000215` or `ErrorAccessDenied`.", {
        path: ["code"],
      });
    }
    return explainError(code, { cloud: cloud ?? undefined });
  }
}
