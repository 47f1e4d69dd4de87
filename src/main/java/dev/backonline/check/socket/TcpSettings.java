package dev.backonline.check.socket;

import dev.backonline.catalog.Setting;
import dev.backonline.check.Endpoint;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Optional;

/** The keys of a check of type {@code tcp}. */
@RegisterForReflection
public record TcpSettings(
        @Setting(value = "The host and port that are connected to.", example = "resolver.example.net:53")
        Endpoint host,

        @Setting(value = "Text that is sent when the connection is made.", example = "'\"PING\\r\\n\"'")
        Optional<String> send,

        @Setting(value = "Text that should come back; without it, a connection is enough.", example = "PONG")
        Optional<String> expect,

        @Setting(value = "All that should be done within this time; later is slow.", example = "200ms")
        Optional<Duration> within) {}
