package dev.backonline.check.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Check;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Wire;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** Checks of type {@code tcp}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<TcpSettings>
@AutoService(CheckKind.class)
@RegisterForReflection
public final class TcpKind implements CheckKind<TcpSettings> {
    private final Connector connector = new Connector();

    @Override
    public String type() {
        return "tcp";
    }

    @Override
    public Class<TcpSettings> settings() {
        return TcpSettings.class;
    }

    @Override
    public Check create(TcpSettings settings, Duration timeout, Wire wire) {
        var talk = new TcpTalk(settings);
        return new SocketCheck(connector, settings.host(), timeout, talk).within(settings.within());
    }

    /** Sends a text, if there is one, and reads until the text that is expected has come. */
    private record TcpTalk(TcpSettings settings) implements SocketCheck.Talk {
        /** Ours: what has not come by then is not an answer to us. */
        private static final int LONGEST = 64 * 1024;

        @Override
        public Answer over(Socket socket) throws IOException {
            if (settings.send().isPresent()) {
                socket.getOutputStream().write(settings.send().get().getBytes(UTF_8));
            }
            return settings.expect().isEmpty()
                            || isRead(socket, settings.expect().get())
                    ? new Answer.Up()
                    : new Answer.Down(
                            Layer.ANSWER,
                            "no text '%s'".formatted(settings.expect().get()));
        }

        /** Reads bytes as characters, one to one, so that a character which is cut in two by the network is found all the same. */
        private static boolean isRead(Socket socket, String expected) throws IOException {
            var wanted = new String(expected.getBytes(UTF_8), ISO_8859_1);
            var answer = new StringBuilder();
            var chunk = new byte[4096];
            for (int read;
                    answer.length() < LONGEST && (read = socket.getInputStream().read(chunk)) >= 0; ) {
                var searched = Math.max(0, answer.length() - wanted.length());
                answer.append(new String(chunk, 0, read, ISO_8859_1));
                if (answer.indexOf(wanted, searched) >= 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
