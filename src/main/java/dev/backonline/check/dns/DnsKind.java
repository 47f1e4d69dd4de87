package dev.backonline.check.dns;

import com.google.auto.service.AutoService;
import dev.backonline.check.Check;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Endpoint;
import dev.backonline.check.Wire;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks of type {@code dns}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<DnsSettings>
@AutoService(CheckKind.class)
@RegisterForReflection
public final class DnsKind implements CheckKind<DnsSettings> {
    /** Where Linux, macOS and the BSDs keep the resolvers (resolv.conf(5)). */
    private static final Path OF_THE_SYSTEM = Path.of("/etc/resolv.conf");

    @Override
    public String type() {
        return "dns";
    }

    @Override
    public Class<DnsSettings> settings() {
        return DnsSettings.class;
    }

    @Override
    public List<String> mistakes(DnsSettings settings) {
        var mistakes = new ArrayList<String>();
        if (!Packet.isName(settings.host())) {
            mistakes.add("host '%s' should be a name like 'chat.example.org', in ASCII".formatted(settings.host()));
        }
        settings.resolver()
                .map(Endpoint::host)
                .filter(host -> !isAddress(host))
                .ifPresent(host -> mistakes.add("resolver '%s' should be an IP address and a port".formatted(host)));
        var addresses = settings.record() == RecordType.A || settings.record() == RecordType.AAAA;
        settings.expect().stream()
                .filter(value -> addresses && !isAddress(value))
                .forEach(value -> mistakes.add("expect '%s' should be an IP address".formatted(value)));
        if (settings.match() == DnsSettings.Extent.EXACTLY && settings.expect().isEmpty()) {
            mistakes.add("match 'exactly' should come with values to expect");
        }
        return mistakes;
    }

    /** Without a resolver of its own, the system's is what can't be reached. */
    @Override
    public Optional<String> host(DnsSettings settings) {
        return settings.resolver().map(Endpoint::host).or(() -> Optional.of("the system's resolver"));
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public Check create(DnsSettings settings, Duration timeout, Wire wire) {
        return new DnsCheck(settings, timeout, new Resolvers(settings.resolver(), OF_THE_SYSTEM));
    }
}
