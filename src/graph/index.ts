export type {
  Calendar as GraphCalendar,
  CalendarGroup as GraphCalendarGroup,
  CalendarPermission as GraphCalendarPermission,
  Event as GraphEvent,
  Group as GraphGroup,
  MailboxSettings as GraphMailboxSettings,
  OutlookCategory as GraphCategory,
  User as GraphUser,
} from "@microsoft/microsoft-graph-types";
export type { BodySink } from "./body-sink.js";
export type { Budgets, RequestBudget, Spend } from "./budgets.js";
export type { CircuitLimits } from "./circuit-breaker.js";
export { createGraphClient } from "./create-graph-client.js";
export { GraphError, type GraphErrorFacts, isGraphError, type LocalGraphCode } from "./graph-error.js";
export type { GraphClient, GraphClientOptions, GraphConnection, GraphRequest, GraphResponse } from "./graph-types.js";
export { createTransport, type TransportOptions } from "./http/create-transport.js";
export { readOccurrenceUid } from "./occurrence-uid.js";
export { type PageLimits, type ReadList, readAll } from "./paging.js";
export {
  cancelUpload,
  createUploadSession,
  putChunk,
  type UploadSession,
} from "./resources/attachment-upload.js";
export {
  type AttachmentFacts,
  type AttachmentPlace,
  addAttachment,
  deleteAttachment,
  getAttachment,
  listAttachments,
  type NewFile,
  readAttachment,
} from "./resources/attachments.js";
export {
  createCalendarGroup,
  deleteCalendarGroup,
  getCalendarGroup,
  listCalendarGroups,
  listCalendarsOfGroup,
  renameCalendarGroup,
} from "./resources/calendar-groups.js";
export type { CalendarPlace } from "./resources/calendar-path.js";
export {
  allowedCalendarSharingRoles,
  createCalendarPermission,
  deleteCalendarPermission,
  getCalendarPermission,
  listCalendarPermissions,
  updateCalendarPermission,
} from "./resources/calendar-permissions.js";
export { type CalendarViewInput, type CalendarViewList, calendarView } from "./resources/calendar-view.js";
export {
  type CalendarViewDeltaInput,
  calendarViewDelta,
  type DeltaItem,
  type DeltaRound,
  isTrackingRefused,
} from "./resources/calendar-view-delta.js";
export { cancelEvent } from "./resources/cancel-event.js";
export { type CreateEventInput, createEvent } from "./resources/create-event.js";
export { type DeleteEventInput, deleteEvent } from "./resources/delete-event.js";
export { getGroup, groupPeople, searchGroups } from "./resources/directory-groups.js";
export type { DirectoryPage } from "./resources/directory-page.js";
export { addressesPerFind, findUsersByAddress, findUsersById, searchUsers } from "./resources/directory-users.js";
export { type EventExtensionInput, setEventExtension } from "./resources/event-extension.js";
export type { EventPlace } from "./resources/event-path.js";
export { dismissReminder, snoozeReminder } from "./resources/event-reminder.js";
export { type FindEventsByUidInput, findEventsByUid } from "./resources/find-events-by-uid.js";
export { eventMark, type FindMarkedEventsInput, findMarkedEvents } from "./resources/find-marked-events.js";
export { forwardEvent } from "./resources/forward-event.js";
export { type GetCalendarInput, getCalendar } from "./resources/get-calendar.js";
export { type GetEventInput, getEvent } from "./resources/get-event.js";
export { getMe } from "./resources/get-me.js";
export {
  type GetScheduleInput,
  getSchedule,
  type RequestedSchedules,
  type ScheduleInformation,
} from "./resources/get-schedule.js";
export { type GetSeriesInput, type GraphSeries, getSeries } from "./resources/get-series.js";
export { type GetUserInput, getUser } from "./resources/get-user.js";
export { type ListCalendarsInput, listCalendars } from "./resources/list-calendars.js";
export { type ListInstancesInput, listInstances } from "./resources/list-instances.js";
export {
  type GraphRoom,
  type GraphRoomList,
  type ListRoomsInput,
  listRoomLists,
  listRooms,
} from "./resources/list-places.js";
export { type ListSeriesMastersInput, listSeriesMasters } from "./resources/list-series-masters.js";
export { getMailboxSettings, updateMailboxSettings } from "./resources/mailbox-settings.js";
export {
  createMasterCategory,
  deleteMasterCategory,
  getMasterCategory,
  listMasterCategories,
  updateMasterCategory,
} from "./resources/master-categories.js";
export { type ProbeCalendarInput, probeCalendar } from "./resources/probe-calendar.js";
export { respondToEvent } from "./resources/respond-to-event.js";
export { type UpdateEventInput, updateEvent } from "./resources/update-event.js";
export { createCalendar, deleteCalendar, updateCalendar } from "./resources/write-calendar.js";
export { type IanaZone, isKnownTimeZone, type TimeZoneSource, toIanaZone, toWindowsZone } from "./time-zone.js";
export type { HttpRequest, HttpResponse, Transport } from "./transport.js";
export {
  type GraphDateTime,
  graphDateTimeToInstant,
  instantToWallTime,
  type WallTime,
  wallTimeToInstant,
} from "./wall-time.js";
