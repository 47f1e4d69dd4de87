package dev.backonline.bot.backtest;

import dev.backonline.bot.command.Reading;
import dev.backonline.bot.playback.Tape;
import dev.backonline.bot.record.Mapping;
import dev.backonline.bot.record.Mapping.Keeping;
import dev.backonline.bot.record.RecordReader;
import dev.backonline.bot.record.Recording;
import dev.backonline.bot.setup.Configuration;
import dev.backonline.bot.terminal.Console;
import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.config.ConfigReader.Result;
import dev.backonline.verdict.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One record, tried by the rules of the file and by others. */
record Trial(Console console, Papers papers) {
    private static final String CONSEQUENCE = "Nothing is played.";

    /** The files that say how. */
    record Papers(@Nullable Path file, @Nullable Path map, List<Path> also, boolean changes) {}

    /** What came of it. {@code notes}: what was assumed, in whole sentences. */
    record TrialResult(
            BotConfig config,
            Recording recording,
            List<Tape> tapes,
            List<Scores> scores,
            List<String> notes,
            Duration shortest) {}

    /** Empty if something is amiss, all of which was said. */
    Optional<TrialResult> of(Path recorded, Duration shortest) {
        return mapping()
                .flatMap(
                        mapping -> recording(recorded, mapping).flatMap(recording -> of(recording, mapping, shortest)));
    }

    private Optional<Mapping> mapping() {
        var read = papers.map() == null
                ? Optional.of(Mapping.NONE)
                : Configuration.installed()
                        .settings(papers.map(), Mapping.class, List.of(), mistake -> said(mistake.toString()));
        return read.map(mapping -> papers.changes() ? mapping.keeping(Keeping.CHANGES) : mapping);
    }

    private Optional<Recording> recording(Path file, Mapping mapping) {
        var recording = new RecordReader(file, mapping).read();
        recording.mistakes().forEach(this::said);
        return Optional.of(recording).filter(one -> one.mistakes().isEmpty());
    }

    private void said(String mistake) {
        console.err().println("%s %s".formatted(mistake, CONSEQUENCE));
    }

    private Optional<TrialResult> of(Recording recording, Mapping mapping, Duration shortest) {
        var madeUp = new MadeUpFile(recording, mapping, mapping.every().orElse(MadeUpFile.USUAL));
        return read(madeUp)
                .map(Read::config)
                .map(config -> new Casting(recording, mapping, config, known(madeUp)))
                .flatMap(casting -> of(recording, casting, shortest));
    }

    private Map<String, ServiceId> known(MadeUpFile madeUp) {
        return papers.file() == null ? madeUp.ids() : Map.of();
    }

    private Optional<Read> read(MadeUpFile madeUp) {
        var configuration = Configuration.installed().withoutSecrets();
        Result result = papers.file() == null
                ? configuration.read("the file made up from the record", madeUp.text())
                : configuration.read(papers.file());
        return new Reading(console.out(), console.err()).accepted(result, CONSEQUENCE);
    }

    private Optional<TrialResult> of(Recording recording, Casting casting, Duration shortest) {
        var tapes = casting.tapes();
        casting.mistakes().forEach(this::said);
        var others = alternatives(casting.config());
        if (!casting.mistakes().isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        var stretches = RecordedFailure.of(tapes, recording.end());
        var scores = new ArrayList<Scores>();
        others.get().forEach((name, config) -> {
            var performance = new Ensemble(config, judged(tapes, config)).until(recording.end());
            scores.add(Scores.of(name, performance, stretches, shortest));
        });
        var notes = new Remarks(recording, casting, papers).sentences();
        return Optional.of(new TrialResult(casting.config(), recording, tapes, scores, notes, shortest));
    }

    /** The same answers, judged by this configuration's rules. */
    private static List<Tape> judged(List<Tape> tapes, BotConfig config) {
        var rules = config.services().stream()
                .flatMap(plan -> plan.rules().stream())
                .collect(Collectors.toMap(Rule::check, rule -> rule));
        return tapes.stream().map(tape -> judged(tape, rules)).toList();
    }

    private static Tape judged(Tape tape, Map<CheckId, Rule> rules) {
        if (!(tape.subject() instanceof Tape.OfService(var service, var rule, var location))) {
            return tape;
        }
        var now = Optional.ofNullable(rules.get(rule.check())).orElseThrow();
        return new Tape(new Tape.OfService(service, now, location), tape.every(), tape.holds(), tape.shots());
    }

    /** The present rules, and the others by the names of their files; empty if one of them has a mistake. */
    private Optional<Map<String, BotConfig>> alternatives(BotConfig present) {
        var all = new LinkedHashMap<String, BotConfig>();
        all.put(papers.file() == null ? "the default rules" : "the present rules", present);
        for (var path : papers.also()) {
            Configuration.installed()
                    .settings(
                            path, Alternative.class, List.of(present.publishing()), mistake -> said(mistake.toString()))
                    .ifPresent(alternative -> all.put(path.getFileName().toString(), alternative.applied(present)));
        }
        return all.size() == papers.also().size() + 1 ? Optional.of(all) : Optional.empty();
    }
}
