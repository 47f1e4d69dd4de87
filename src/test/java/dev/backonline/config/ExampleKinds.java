package dev.backonline.config;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.check.Answer;
import dev.backonline.check.Check;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Wire;
import dev.backonline.message.Limit;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kinds of checks and channels that are made up for the tests of the file: nothing here asks or tells anybody. */
final class ExampleKinds {
    static final Plugins PLUGINS =
            new Plugins(List.of(new Http(), new Tcp()), List.of(new Console(), new Town(), new Hook()));

    private ExampleKinds() {}

    /** A check with every form of a setting. */
    record Http() implements CheckKind<Http.Asking> {
        record Asking(
                @Setting(value = "The address.", example = "https://chat.example.org/health")
                URI url,

                @Setting(value = "The method.", fallback = "get")
                Method method,

                @Setting(value = "The headers.", fallback = "{}")
                Map<String, Secret> headers,

                @Setting(value = "How often a redirect is followed.", fallback = "0")
                int redirects,

                @Setting(value = "The share of it.", fallback = "0.5")
                double share,

                @Setting(value = "Whether certificates are looked at.", fallback = "true")
                boolean verify,

                @Setting(value = "What is expected.", fallback = "{}")
                Expected expect) {}

        record Expected(
                @Setting(value = "The statuses.", fallback = "200-299")
                Statuses status,

                @Setting("How soon.") Optional<Duration> within,

                @Setting(value = "The values.", fallback = "{}")
                Map<String, String> json) {}

        enum Method {
            GET,
            HEAD,
            LONG_POLL
        }

        record Statuses(int from, int to) {
            static Statuses parse(String text) {
                if (!text.matches("[1-5]\\d\\d-[1-5]\\d\\d")) {
                    throw new IllegalArgumentException("'%s' should be like 200-299".formatted(text));
                }
                return new Statuses(Integer.parseInt(text.substring(0, 3)), Integer.parseInt(text.substring(4)));
            }
        }

        @Override
        public String type() {
            return "http";
        }

        @Override
        public Class<Asking> settings() {
            return Asking.class;
        }

        @Override
        public Check create(Asking settings, Duration timeout, Wire wire) {
            return Answer.Up::new;
        }
    }

    /** A check whose settings hang together. */
    record Tcp() implements CheckKind<Tcp.Reached> {
        record Reached(
                @Setting(value = "The host and its port.", example = "db.example.org:5432")
                String host) {
            Reached {
                if (!host.contains(":")) {
                    throw new IllegalArgumentException("host '%s' should name a port".formatted(host));
                }
            }
        }

        @Override
        public String type() {
            return "tcp";
        }

        @Override
        public Class<Reached> settings() {
            return Reached.class;
        }

        @Override
        public List<String> mistakes(Reached settings) {
            return settings.host().endsWith(":0") ? List.of("port 0 of it cannot be reached") : List.of();
        }

        @Override
        public Check create(Reached settings, Duration timeout, Wire wire) {
            return Answer.Up::new;
        }
    }

    /** A channel without settings of its own. */
    record Console() implements ChannelKind<Console.Plain> {
        record Plain() {}

        @Override
        public String type() {
            return "console";
        }

        @Override
        public Class<Plain> settings() {
            return Plain.class;
        }

        @Override
        public Capabilities capabilities(Plain settings) {
            return able(false);
        }

        @Override
        public Channel create(Plain settings, Outfit outfit) {
            throw new UnsupportedOperationException("nobody is told anything");
        }
    }

    /** A channel with a secret. */
    record Town() implements ChannelKind<Town.Account> {
        record Account(
                @Setting(value = "The server.", example = "https://social.example")
                URI server,

                @Setting(value = "The token.", example = "\"${env:TOWN_TOKEN}\"")
                Secret token) {}

        @Override
        public String type() {
            return "town";
        }

        @Override
        public Class<Account> settings() {
            return Account.class;
        }

        @Override
        public List<String> mistakes(Account settings) {
            var path = settings.server().getPath();
            return path.isEmpty() ? List.of() : List.of("server should have no path '%s'".formatted(path));
        }

        @Override
        public Capabilities capabilities(Account settings) {
            return able(false);
        }

        @Override
        public Channel create(Account settings, Outfit outfit) {
            throw new UnsupportedOperationException("nobody is told anything");
        }
    }

    /** A channel that carries all languages in one body. */
    record Hook() implements ChannelKind<Hook.Target> {
        record Target(
                @Setting(value = "The address.", example = "https://partner.example/hook")
                URI url) {}

        @Override
        public String type() {
            return "hook";
        }

        @Override
        public Class<Target> settings() {
            return Target.class;
        }

        @Override
        public Capabilities capabilities(Target settings) {
            return able(true);
        }

        @Override
        public Channel create(Target settings, Outfit outfit) {
            throw new UnsupportedOperationException("nobody is told anything");
        }
    }

    private static Capabilities able(boolean allLanguages) {
        return new Capabilities(
                new Capabilities.Repeat.Same(),
                Limit.NONE,
                true,
                allLanguages,
                1,
                Duration.ofSeconds(10),
                Capabilities.Pace.FREE);
    }
}
