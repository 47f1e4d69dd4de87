package dev.backonline.channel.matrix;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.message.Limit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code type: matrix}: one room of Matrix that is not encrypted. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {MatrixKind.class, MatrixSettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class MatrixKind implements ChannelKind<MatrixSettings> {
    /**
     * spec.matrix.org, client-server API, size limits: a whole event has at most 65,536 bytes. Ours: 30,000 for the text as JSON, which
     * an edit says twice; the rest is for ids of up to 255 bytes each and what servers add.
     */
    private static final Limit LIMIT = new Limit(30_000, "bytes", MatrixKind::bytes);

    /** Ours: a homeserver answers within a second or is in trouble. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** element-hq/synapse, configuration manual, rc_message: one message in 5 s, bursts of 10, unless its operator says otherwise. */
    private static final Pace PACE = new Pace(10, Duration.ofSeconds(5));

    @Override
    public String type() {
        return "matrix";
    }

    @Override
    public Class<MatrixSettings> settings() {
        return MatrixSettings.class;
    }

    private static int bytes(String text) {
        return JsonNodeFactory.instance.textNode(text).toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Class A: the transaction id in the address makes a repeat the same event. */
    @Override
    public Capabilities capabilities(MatrixSettings settings) {
        return new Capabilities(new Repeat.Same(), LIMIT, true, false, 1, DEADLINE, PACE);
    }

    /** spec.matrix.org, appendices, room ids: at most 255 bytes; since room version 12 without a server. */
    @Override
    public List<String> mistakes(MatrixSettings settings) {
        return settings.room().matches("![!-~]{1,254}")
                ? List.of()
                : List.of("room should be the id of a room, which begins with !, in quotes, not '%s'"
                        .formatted(settings.room()));
    }

    @Override
    public Optional<String> uneditable(MatrixSettings settings) {
        return Optional.empty();
    }

    @Override
    public Channel create(MatrixSettings settings, Outfit outfit) {
        return new MatrixRoom(settings, outfit.wire());
    }
}
