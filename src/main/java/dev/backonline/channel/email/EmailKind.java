package dev.backonline.channel.email;

import com.google.auto.service.AutoService;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.smtp.Submission.Encryption;
import dev.backonline.message.Limit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code type: email}: letters by SMTP, to each address one of its own. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {EmailKind.class, EmailSettings.class, Encryption.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class EmailKind implements ChannelKind<EmailSettings> {
    /** Ours: nobody reads more; servers take megabytes. */
    private static final Limit LIMIT = new Limit(20_000, "characters", text -> text.codePointCount(0, text.length()));

    /** Ours: RFC 5321, 4.5.3.2 would wait for minutes; a server that looks for viruses answers within one. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** Ours: beyond that a mailing list serves everybody better. */
    private static final int MOST_ADDRESSES = 50;

    /** RFC 5321, 4.1.2, without quotes, addresses of machines and letters beyond ASCII: nothing that could end a line or a command. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private static final Pattern UNSUBSCRIBE = Pattern.compile("(https://|mailto:)[\\x21-\\x7e&&[^<>,\"]]+");

    @Override
    public String type() {
        return "email";
    }

    @Override
    public Class<EmailSettings> settings() {
        return EmailSettings.class;
    }

    /** Class D: nobody can ask whether a letter arrived. */
    @Override
    public Capabilities capabilities(EmailSettings settings) {
        return new Capabilities(new Repeat.Blind(settings.onUnknown()), LIMIT, true, false, 1, DEADLINE, Pace.FREE);
    }

    @Override
    public Map<String, EmailSettings> spread(EmailSettings settings) {
        var each = new LinkedHashMap<String, EmailSettings>();
        settings.to().forEach(address -> each.put(address, settings.only(address)));
        return each;
    }

    @Override
    public List<String> mistakes(EmailSettings settings) {
        var mistakes = new ArrayList<String>();
        if (!ADDRESS.matcher(settings.from()).matches()) {
            mistakes.add("from should be an address such as status@example.org, not '%s'".formatted(settings.from()));
        }
        settings.to().stream()
                .filter(address -> !ADDRESS.matcher(address).matches())
                .map("to should have addresses such as reader@example.org, not '%s'"::formatted)
                .forEach(mistakes::add);
        var addresses = settings.to().stream().distinct().count();
        if (addresses < 1
                || addresses > MOST_ADDRESSES
                || addresses < settings.to().size()) {
            mistakes.add("to should have between 1 and %d addresses, each once; a mailing list reaches more"
                    .formatted(MOST_ADDRESSES));
        }
        if (settings.user().isPresent() != settings.password().isPresent()) {
            mistakes.add("there should be both a user and a password, or neither");
        }
        settings.unsubscribe()
                .filter(where -> !UNSUBSCRIBE.matcher(where).matches())
                .ifPresent(where -> mistakes.add(
                        "unsubscribe should begin with https:// or mailto:, not be '%s'".formatted(where)));
        settings.ca().flatMap(pem -> pem.objectionAsCertificates("ca")).ifPresent(mistakes::add);
        return mistakes;
    }

    @Override
    public Channel create(EmailSettings settings, Outfit outfit) {
        return new Mailer(settings, DEADLINE);
    }
}
