package dev.backonline.check.dns;

import dev.backonline.catalog.Setting;
import dev.backonline.check.Endpoint;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/** The keys of a check of type {@code dns}. */
@RegisterForReflection
public record DnsSettings(
        @Setting(value = "The name whose records are asked for.", example = "chat.example.org")
        String host,

        @Setting(value = "The kind of records.", fallback = "a")
        RecordType record,

        @Setting(
                value =
                        "Values that should be among the records: an address, a name, a text, or for `mx` a name with or without its"
                                + " preference. Without any, one record is enough.",
                fallback = "[]",
                example = "[ 192.0.2.7, 192.0.2.8 ]")
        List<String> expect,

        @Setting(
                value = "Whether `any` or `all` of the values should be there, or `exactly` these and no other.",
                fallback = "all")
        Extent match,

        @Setting(
                value = "The resolver that is asked, by its address and port. By default those of /etc/resolv.conf.",
                example = "192.0.2.53:53")
        Optional<Endpoint> resolver,

        @Setting(
                value = "How it is asked: over `udp`, and over `tcp` what is too long for that; or over `tcp` at once.",
                fallback = "udp")
        Transport transport) {
    public DnsSettings {
        expect = List.copyOf(expect);
    }

    /** How much of what is expected has to be there. */
    public enum Extent {
        ANY,
        ALL,
        EXACTLY
    }

    /** What carries the question. */
    public enum Transport {
        UDP,
        TCP
    }
}
