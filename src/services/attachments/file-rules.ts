import { AppError } from "../../lib/app-error.js";
import type { FileUpload } from "./attachment.model.js";

const MAX_NAME = 255;
const MAX_CONTENT_ID = 255;
/** RFC 9110, section 8.3.1, without what only confuses: comments and line breaks. */
const MEDIA_TYPE = /^[\w!#$%&'*+.^`|~-]{1,127}\/[\w!#$%&'*+.^`|~-]{1,127}(?:\s*;\s*[\x20-\x7e]{0,200})?$/;

/** @throws AppError that names the parameter at fault, before Microsoft is asked. */
export function assertFile(file: Omit<FileUpload, "bytes">, maxBytes: number): void {
  assertName(file.name);
  if (!MEDIA_TYPE.test(file.contentType)) {
    throw wrong("contentType", "The content type has to look like `application/pdf`.");
  }
  if (file.contentId !== null && !/^[\x21-\x7e]+$/.test(file.contentId)) {
    throw wrong("contentId", "`contentId` may have letters, digits and signs, without blanks.");
  }
  if ((file.contentId?.length ?? 0) > MAX_CONTENT_ID) {
    throw wrong("contentId", `\`contentId\` may have ${MAX_CONTENT_ID} characters.`);
  }
  if (file.size === 0) throw wrong("body", "The file is empty; an attachment has at least one byte.");
  if (file.size !== null && file.size > maxBytes) throw fileTooLarge(maxBytes, file.size);
}

export function fileTooLarge(maxBytes: number, actual: number): AppError {
  return new AppError("LIMIT_EXCEEDED", `An attachment may have ${maxBytes} bytes; this one has ${actual} or more.`, {
    path: ["body"],
    limit: { name: "attachmentBytes", max: maxBytes, actual },
  });
}

function assertName(name: string): void {
  if (name.trim() === "") throw wrong("name", "A name is needed, such as `?name=agenda.pdf`.");
  if ([...name].length > MAX_NAME) throw wrong("name", `A name may have ${MAX_NAME} characters.`);
  if (/\p{Surrogate}/u.test(name)) throw wrong("name", "The name is broken text.");
  // Format characters that turn the reading direction can make an .exe look like a .pdf.
  if (/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(name)) {
    throw wrong("name", "The name has control characters, which no file name needs.");
  }
  if (/[/\\]/.test(name)) throw wrong("name", "The name is a path; give the file's own name.");
  if (/^\.+$/.test(name.trim())) throw wrong("name", "The name has dots only.");
}

function wrong(parameter: string, message: string): AppError {
  return new AppError("INVALID_INPUT", message, { path: [parameter] });
}
