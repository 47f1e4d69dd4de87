package dev.backonline.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.Answers;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Posted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Telegram means by its no: an HTTP status, and a sentence that is not for machines and all that there is. */
record Refusals(Answers answers) {
    /** tdlib/telegram-bot-api, Client.cpp: the bot was thrown out, or its partner has gone. */
    private static final Pattern OUT = Pattern.compile("kicked|blocked by the user|deactivated|was deleted");

    private static final Pattern NO_SUCH = Pattern.compile("chat not found|message thread not found|topic_deleted");

    /** The right to post, which an administrator gives. */
    private static final Pattern NO_RIGHT = Pattern.compile("not enough rights|have no rights|chat_write_forbidden");

    /** tdlib/telegram-bot-api, Client.cpp: what was said before is said again, as a repeat does. */
    private static final Pattern SAME = Pattern.compile("message is not modified");

    private static final Pattern OUT_OF_REACH =
            Pattern.compile("message to edit not found|message can't be edited|message_id_invalid");

    /** The same of an edit. */
    Optional<Outcome> ofEdit(Wire.Answered answered, JsonNode body, Posted edited) {
        var words = body.path("description").asText().toLowerCase(Locale.ROOT);
        if (answered.status() == 400 && SAME.matcher(words).find()) {
            return Optional.of(new Outcome.Delivered(edited));
        }
        return answered.status() == 400 && OUT_OF_REACH.matcher(words).find()
                ? Optional.of(new Outcome.ParentGone(
                        answers.said(answered, "the message is gone, or can't be edited any more")))
                : outcome(answered, body);
    }

    Optional<Outcome> outcome(Wire.Answered answered, JsonNode body) {
        var words = body.path("description").asText().toLowerCase(Locale.ROOT);
        return switch (answered.status()) {
            case 400 -> request(answered, body, words);
            case 401, 404 -> Optional.of(token(answered));
            case 403 -> forbidden(answered, words);
            default -> Optional.empty();
        };
    }

    /** A group that grows into a supergroup has another number from then on. */
    private Optional<Outcome> request(Wire.Answered answered, JsonNode body, String words) {
        var moved = body.path("parameters").path("migrate_to_chat_id");
        if (moved.isIntegralNumber()) {
            return Optional.of(new Outcome.TargetMoved(moved.asText()));
        }
        if (NO_SUCH.matcher(words).find()) {
            return Optional.of(new Outcome.TargetGone(answers.said(
                    answered, "no such chat or topic for this bot: check chat and topic, and add the bot there")));
        }
        return NO_RIGHT.matcher(words).find() ? Optional.of(rights(answered)) : Optional.empty();
    }

    private Optional<Outcome> forbidden(Wire.Answered answered, String words) {
        return OUT.matcher(words).find()
                ? Optional.of(new Outcome.TargetGone(
                        answers.said(answered, "the bot was thrown out, or the chat is gone; add the bot again")))
                : Optional.of(rights(answered));
    }

    private Outcome rights(Wire.Answered answered) {
        return new Outcome.AuthInvalid(
                answers.said(answered, "the bot may not post here; make it an administrator that may post messages"));
    }

    /** Telegram answers 404 for an address without a bot, and the token is the bot's part of the address. */
    private Outcome token(Wire.Answered answered) {
        return new Outcome.AuthInvalid(answers.said(
                answered, "the token is not taken; ask BotFather for it, and check api if that is in the file"));
    }

    Probe ready(String bot, JsonNode chat) {
        return Probe.ready("@%s in %s".formatted(bot, chat.path("title").asText("a chat without a title")));
    }

    Probe probe(Wire.Reply reply, String advice) {
        return answers.refused(reply, advice, "Telegram doesn't say whose the token is", List.of(400, 401, 403, 404));
    }
}
