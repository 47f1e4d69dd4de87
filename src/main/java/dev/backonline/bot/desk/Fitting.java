package dev.backonline.bot.desk;

import dev.backonline.bot.setup.Proofreader;
import dev.backonline.incident.Command;
import dev.backonline.message.Saying;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sees to it that a person's words fit wherever they are told, before they are taken: they are never cut, and never left out. */
public record Fitting(Proofreader proofreader) {

    /** What is wrong with the command's texts. */
    public Optional<String> flaw(Command command) {
        return switch (command) {
            case Command.Post post -> flaw(post.incident().isEmpty() ? Saying.PROBLEM : Saying.NOTE, post.texts());
            case Command.Resolve resolve -> flaw(Saying.RESOLVED, resolve.texts());
            case Command.Correct correct -> flaw(Saying.CORRECTION, correct.texts());
            case Command.Approve _, Command.Reject _, Command.Mute _, Command.Unmute _ -> Optional.empty();
        };
    }

    private Optional<String> flaw(Saying saying, Map<Locale, String> texts) {
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("; ", proofreader.misfits(saying, texts)))
                        .filter(flaws -> !flaws.isEmpty())
                        .map(flaws -> flaws + "; nothing was done");
    }
}
