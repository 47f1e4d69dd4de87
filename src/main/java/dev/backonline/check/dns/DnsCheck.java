package dev.backonline.check.dns;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Bounded;
import dev.backonline.check.Check;
import java.io.IOException;
import java.net.ConnectException;
import java.net.PortUnreachableException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;

/** Asks for the records of a name, and compares them with what is expected. */
record DnsCheck(DnsSettings settings, Duration timeout, Resolvers resolvers) implements Check {
    /** The number of a question is 16 bits wide (RFC 1035, 4.1.1). */
    private static final int NUMBERS = 1 << 16;

    @Override
    public Answer ask() {
        return new Bounded(settings.host(), timeout, this::asked).ask();
    }

    private Answer asked() {
        try {
            var id = new SecureRandom().nextInt(NUMBERS);
            var question = Packet.question(id, settings.host(), settings.record());
            return judged(reply(new Asking(question, timeout, resolvers.all())));
        } catch (Records.Unreadable reason) {
            return down(Layer.ANSWER, "the answer cannot be read: " + reason.getMessage());
        } catch (PortUnreachableException _) {
            return down(Layer.TRANSPORT, "connection refused");
        } catch (ConnectException failure) {
            var refused = String.valueOf(failure.getMessage()).contains("refused");
            return down(Layer.TRANSPORT, refused ? "connection refused" : reason(failure));
        } catch (IOException failure) {
            return down(Layer.TRANSPORT, reason(failure));
        }
    }

    private Packet.Reply reply(Asking asking) throws IOException, Records.Unreadable {
        var length = asking.length();
        if (settings.transport() == DnsSettings.Transport.UDP) {
            var reply = Packet.reply(asking.overUdp(), length, settings.record());
            if (!reply.cut()) {
                return reply;
            }
        }
        return Packet.reply(asking.overTcp(), length, settings.record());
    }

    private Answer judged(Packet.Reply reply) {
        if (reply.cut()) {
            return down(Layer.ANSWER, "the answer was cut even over tcp");
        }
        return reply.code() == 0
                ? new Wanted(settings)
                        .objection(reply.values())
                        .map(reason -> down(Layer.ANSWER, reason))
                        .orElseGet(Answer.Up::new)
                : down(Layer.ANSWER, meaning(reply.code()));
    }

    /** RFC 1035, 4.1.1. */
    private static String meaning(int code) {
        return switch (code) {
            case 1 -> "the resolver did not understand the question";
            case 2 -> "the resolver could not find out (SERVFAIL)";
            case 3 -> "no such name (NXDOMAIN)";
            case 5 -> "the resolver refused to answer";
            default -> "the resolver failed with code " + code;
        };
    }

    private static String reason(IOException failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName().toLowerCase(Locale.ROOT) : message;
    }

    private static Answer down(Layer layer, String reason) {
        return new Answer.Down(layer, reason);
    }
}
