// The published type of each request that we send and of each answer that we read. What a type lacks though its network takes it stands
// beside it, with where that is written.
import type { chat_v1 } from "@googleapis/chat/build/v1";
import type { ApiError, ApiMethods, ApiSuccess } from "@grammyjs/types";
import type { ServerError } from "@mattermost/types/errors";
import type { Post, PostList } from "@mattermost/types/posts";
import type { UserProfile } from "@mattermost/types/users";
import type { PartialExcept } from "@mattermost/types/utilities";
import type { components, operations } from "@octokit/openapi-types";
import type { ChangePayload, EventPayloadV2 } from "@pagerduty/pdjs/build/src/events";
import type { ChatEndpoints } from "@rocket.chat/rest-typings/dist/v1/chat";
import type { KnownBlock } from "@slack/types";
import type { ChatPostMessageArguments, ChatUpdateArguments } from "@slack/web-api/dist/types/request/chat";
import type { AuthTestResponse } from "@slack/web-api/dist/types/response/AuthTestResponse";
import type { ChatPostMessageResponse } from "@slack/web-api/dist/types/response/ChatPostMessageResponse";
import type { ChatUpdateResponse } from "@slack/web-api/dist/types/response/ChatUpdateResponse";
import type { ConversationsHistoryResponse } from "@slack/web-api/dist/types/response/ConversationsHistoryResponse";
import type { ConversationsRepliesResponse } from "@slack/web-api/dist/types/response/ConversationsRepliesResponse";
import type { IncomingWebhookSendArguments } from "@slack/webhook/dist/IncomingWebhook";
import type { Schemas } from "@xdevplatform/xdk";
import type * as Discord from "discord-api-types/v10";
import type { mastodon } from "masto";
import type { RelationEvent, ReplacementEvent, RoomMessageTextEventContent } from "matrix-js-sdk/lib/@types/events";
import type { ISendEventResponse } from "matrix-js-sdk/lib/@types/requests";
import type { IEventRelation } from "matrix-js-sdk/lib/models/event";

/** As it stands in JSON: a word of an enum by its value, a time as text. */
type Json<T> = T extends string ? `${T}` : T extends Date ? string : T extends object ? { [K in keyof T]: Json<T[K]> } : T;

/** A client's thisName as its server's this_name. */
type Snake<S> = S extends `${infer Head}${infer Rest}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Rest>}`
  : S;
type Wire<T> = T extends readonly (infer E)[]
  ? Wire<E>[]
  : T extends object
    ? { [K in keyof T as Snake<K> & string]: Wire<T[K]> }
    : T;

/** A network says more than a fake needs to: what a fake leaves out is no mistake, what it makes up is. */
type Some<T> = T extends readonly (infer E)[] ? Some<E>[] : T extends object ? { [K in keyof T]?: Some<T[K]> } : T;
type Answer<T> = Some<Json<T>>;

type Of<T> = { content: { "application/json": T } };
type Asked<Name extends keyof operations> = operations[Name] extends { requestBody?: Of<infer T> } ? T : never;
type Schema<Name extends keyof components["schemas"]> = Answer<components["schemas"][Name]>;
type RocketChat = ChatEndpoints["/v1/chat.sendMessage"]["POST"];

export interface Requests {
  DiscordPost: Json<Discord.RESTPostAPIChannelMessageJSONBody>;
  DiscordEdit: Json<Discord.RESTPatchAPIChannelMessageJSONBody>;
  DiscordWebhookPost: Json<Discord.RESTPostAPIWebhookWithTokenJSONBody>;
  DiscordWebhookEdit: Json<Discord.RESTPatchAPIWebhookWithTokenMessageJSONBody>;
  GitHubIssue: Asked<"issues/create">;
  GitHubComment: Asked<"issues/create-comment">;
  GitHubTurn: Asked<"issues/update">;
  GoogleChatMessage: chat_v1.Schema$Message;
  /** Mastodon passes content_type over; its relatives (Pleroma, GoToSocial) document it. */
  MastodonStatus: Wire<mastodon.rest.v1.CreateStatusParams> & { content_type?: "text/plain" };
  MatrixMessage: Json<RoomMessageTextEventContent>;
  /** A thread's relation is given in two halves: which kinds there are, and what else one has. */
  MatrixReply: Json<RoomMessageTextEventContent & { "m.relates_to": RelationEvent["m.relates_to"] & IEventRelation }>;
  MatrixEdit: Json<RoomMessageTextEventContent & ReplacementEvent<RoomMessageTextEventContent>>;
  /** As Mattermost's own client asks for them; an edit's id is in the address. */
  MattermostPost: PartialExcept<Post, "channel_id" | "message">;
  MattermostEdit: Partial<Post>;
  /** The documentation of Events API v2 has client and client_url in its example of a trigger. */
  PagerDutyEvent: EventPayloadV2 & { client?: string; client_url?: string };
  PagerDutyChange: ChangePayload;
  RocketChatMessage: Json<Parameters<RocketChat>[0]>;
  SlackPost: ChatPostMessageArguments;
  /** Blocks of any other kind are taken too; ours are known. */
  SlackEdit: ChatUpdateArguments & { blocks?: KnownBlock[] };
  /** Without the client's own settings. Slack's reference of message payloads has mrkdwn for webhooks too. */
  SlackWebhookPost: Omit<IncomingWebhookSendArguments, "fetch" | "retryConfig" | "timeout"> & { mrkdwn?: boolean };
  TelegramMessage: Parameters<ApiMethods<never>["sendMessage"]>[0];
  TelegramEdit: Parameters<ApiMethods<never>["editMessageText"]>[0];
  XPost: Wire<Schemas.CreatePostsRequest>;
}

export interface Answers {
  DiscordMessage: Answer<Discord.APIMessage>;
  DiscordMessages: Answer<Discord.APIMessage[]>;
  DiscordSelf: Answer<Discord.APIUser>;
  DiscordNo: Answer<Discord.RESTError>;
  GitHubIssueMade: Schema<"issue">;
  GitHubCommentMade: Schema<"issue-comment">;
  GitHubIssues: Schema<"issue">[];
  GoogleChatMade: Answer<chat_v1.Schema$Message>;
  MastodonMade: Answer<Wire<mastodon.v1.Status>>;
  MastodonTimeline: Answer<Wire<mastodon.v1.Status[]>>;
  MastodonSelf: Answer<Wire<mastodon.v1.Account>>;
  MatrixSent: Answer<ISendEventResponse>;
  MattermostMade: Answer<Post>;
  /** Mattermost's client calls the server's id server_error_id. */
  MattermostNo: Answer<Omit<ServerError, "server_error_id">> & { id?: string };
  MattermostPosts: Answer<PostList>;
  MattermostSelf: Answer<UserProfile>;
  /** Every answer of Rocket.Chat says so, by the server itself. */
  RocketChatMade: Answer<ReturnType<RocketChat>> & { success?: boolean };
  SlackMade: Answer<ChatPostMessageResponse>;
  SlackEdited: Answer<ChatUpdateResponse>;
  SlackSelf: Answer<AuthTestResponse>;
  SlackHistory: Answer<ConversationsHistoryResponse>;
  SlackReplies: Answer<ConversationsRepliesResponse>;
  TelegramNo: Answer<ApiError>;
  TelegramSent: Answer<ApiSuccess<ReturnType<ApiMethods<never>["sendMessage"]>>>;
  TelegramEdited: Answer<ApiSuccess<ReturnType<ApiMethods<never>["editMessageText"]>>>;
  XMade: Answer<Wire<Schemas.CreatePostsResponse>>;
  XPosts: Answer<Wire<Schemas.GetUsersPostsResponse>>;
  XSelf: Answer<Wire<Schemas.GetUsersMeResponse>>;
}
