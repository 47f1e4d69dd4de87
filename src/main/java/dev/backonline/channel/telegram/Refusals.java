package dev.backonline.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.ErrorTable;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Telegram means by its no: an HTTP status, and a sentence that is not for machines and all that there is. */
record Refusals(Answers answers) {
    /**
     * Parts of the sentences in tdlib/telegram-bot-api, Client.cpp. The right to post is given by an administrator; an address without a bot
     * is 404, and the token is the bot's part of the address.
     */
    private static final ErrorTable ERRORS = ErrorTable.of("""
            target gone  | chat_not_found message_thread_not_found topic_deleted \
                         | no such chat or topic for this bot: check chat and topic, and add the bot there
            target gone  | kicked blocked_by_the_user deactivated was_deleted \
                         | the bot was thrown out, or the chat is gone; add the bot again
            parent gone  | message_to_edit_not_found message_can't_be_edited message_id_invalid \
                         | the message is gone, or can't be edited any more
            auth invalid | not_enough_rights have_no_rights chat_write_forbidden 403_ \
                         | the bot may not post here; make it an administrator that may post messages
            auth invalid | 401_ 404_ | the token is not taken; ask BotFather for it, and check api if that is in the file
            """);

    /** What was said before is said again, as a repeat does. */
    private static final String SAME = "message is not modified";

    /** A group that grows into a supergroup has another number from then on. */
    Optional<Outcome> outcome(Wire.Answered answered, Frozen frozen, Instant now) {
        var body = Answers.json(answered);
        var words = body.path("description").asText();
        if (frozen.edit() && answered.status() == 400 && words.contains(SAME)) {
            return Optional.of(new Outcome.Delivered(frozen.edited()));
        }
        var moved = body.path("parameters").path("migrate_to_chat_id");
        if (answered.status() == 400 && moved.isIntegralNumber()) {
            return Optional.of(new Outcome.TargetMoved(moved.asText()));
        }
        return List.of(400, 401, 403, 404).contains(answered.status())
                ? ERRORS.heard("%d %s".formatted(answered.status(), words), frozen.edit(), answered, answers, now)
                : Optional.empty();
    }

    Probe ready(String bot, JsonNode chat) {
        return Probe.ready("@%s in %s".formatted(bot, chat.path("title").asText("a chat without a title")));
    }

    Probe probe(Wire.Reply reply, String advice) {
        return answers.refused(reply, advice, "Telegram doesn't say whose the token is", List.of(400, 401, 403, 404));
    }
}
