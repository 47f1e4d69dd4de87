package dev.backonline.channel.email;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.DirectLine;
import dev.backonline.channel.mime.PlainLetter;
import dev.backonline.channel.smtp.SmtpReply;
import dev.backonline.channel.smtp.Submission;
import dev.backonline.channel.smtp.Submission.Envelope;
import dev.backonline.channel.smtp.Submission.Refused;
import dev.backonline.channel.smtp.Submission.Step;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hands letters for one address to a mail server. */
final class Mailer implements Channel {
    /** DESIGN §5: how long a server is left to make up its mind after it hung up, or said nothing. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private static final Duration AFTER_TIME_OUT = Duration.ofSeconds(30);

    /** Ours: 421 is said by a server that is busy or about to be started anew. */
    private static final Duration BUSY = Duration.ofMinutes(1);

    /** RFC 6647, 4: servers that turn strangers away at first take them after a few minutes. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private static final int CLOSING = 421;
    private static final int LOGIN_NEEDED = 530;

    private final EmailSettings settings;
    private final DirectLine line;
    private final List<Secret> secrets;

    Mailer(EmailSettings settings, Duration deadline) {
        this.settings = settings;
        this.line = new DirectLine(settings.server(), settings.ca(), deadline);
        this.secrets = settings.login().stream()
                .flatMap(login -> login.secrets().stream())
                .map(Secret::new)
                .toList();
    }

    @Override
    public String prepare(Post post) {
        return new Letter(settings, settings.to().getFirst(), post).text();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var envelope = new Envelope(settings.from(), settings.to().getFirst(), frozen.body());
        var talk = new Submission(settings.tls(), settings.login(), Optional.of(envelope));
        try {
            line.call(socket -> talk.over(socket, line::secured));
            return new Outcome.Delivered(new Posted(PlainLetter.id(frozen.body()), Optional.empty()));
        } catch (Refused refused) {
            return refused(talk.step(), refused.reply(), now);
        } catch (IOException failure) {
            var reason = String.valueOf(failure.getMessage());
            return talk.step() == Step.END
                    ? new Outcome.Unknown(
                            "the whole letter was handed over, and then: " + reason,
                            failure instanceof SocketTimeoutException ? AFTER_TIME_OUT : AFTER_FAILURE)
                    : new Outcome.NotSent(reason);
        }
    }

    /** RFC 5321, 4.2.1: 4yz may work later, 5yz will not; anything else is no reply. */
    private Outcome refused(Step step, SmtpReply reply, Instant now) {
        if (reply.code() / 100 == 4) {
            var pause = reply.code() == CLOSING ? BUSY : LATER;
            return new Outcome.Throttled(now.plus(pause), said(reply, "the server asks us to come again later"));
        }
        if (reply.code() / 100 != 5) {
            var reason = said(reply, "that is no answer of a mail server");
            return step == Step.END ? new Outcome.Unknown(reason, AFTER_FAILURE) : new Outcome.NotSent(reason);
        }
        return switch (step) {
            case HELLO -> new Outcome.NotSent(said(reply, "the server turns us away before we have said anything"));
            case LOGIN -> new Outcome.AuthInvalid(said(reply, "the login is refused: check user and password"));
            case SENDER, ADDRESS, LETTER, END ->
                reply.code() == LOGIN_NEEDED
                        ? new Outcome.AuthInvalid(said(reply, "the server wants a login: give it user and password"))
                        : unwanted(step, reply);
        };
    }

    private Outcome unwanted(Step step, SmtpReply reply) {
        return step == Step.ADDRESS
                ? new Outcome.TargetGone(
                        said(reply, "the address is refused: check it, and that the server may mail to it"))
                : new Outcome.Rejected(
                        step == Step.SENDER
                                ? said(reply, "the sender is refused: check that the login may send for from")
                                : said(reply, "the letter is refused: check SPF, DKIM and DMARC of from's domain"));
    }

    private String said(SmtpReply reply, String advice) {
        return reply.said(advice, secrets);
    }

    @Override
    public Probe probe(Instant now) {
        var talk = new Submission(settings.tls(), settings.login(), Optional.empty());
        try {
            line.call(socket -> talk.over(socket, line::secured));
            return Probe.ready("%s by %s".formatted(settings.to().getFirst(), settings.server()));
        } catch (Refused refused) {
            return talk.step() == Step.LOGIN && refused.reply().code() / 100 == 5
                    ? new Probe.Refused(said(refused.reply(), "the login is refused: check user and password"))
                    : new Probe.Unreachable(said(refused.reply(), "the server turns us away"));
        } catch (IOException failure) {
            return new Probe.Unreachable(String.valueOf(failure.getMessage()));
        }
    }
}
