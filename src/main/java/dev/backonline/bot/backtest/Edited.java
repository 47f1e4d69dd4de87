package dev.backonline.bot.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.bot.backtest.Trial.TrialResult;
import dev.backonline.bot.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what came of a trial: as a table or as JSON, and as a drawing. */
record Edited(TrialResult result, Console console) {

    /** Gives whether all of it could be written. */
    boolean written(Backtest.Format format, @Nullable Path svg) {
        switch (format) {
            case table -> lines().forEach(console.out()::println);
            case json -> console.out().println(json());
        }
        return svg == null || drawn(svg);
    }

    private List<String> lines() {
        var lines = new ArrayList<>(result.notes());
        lines.add("");
        var config = result.config();
        lines.addAll(new Comparison(config.catalog(), config.identity(), result.scores(), result.shortest()).lines());
        return lines;
    }

    private boolean drawn(Path svg) {
        try {
            Files.writeString(svg, new TrialDrawing(result).svg());
            return true;
        } catch (IOException unwritable) {
            console.err().println("%s can't be written: %s.".formatted(svg, unwritable.getMessage()));
            return false;
        }
    }

    String json() {
        var rules = result.scores().stream().map(Edited::json).toList();
        var all = map("notes", result.notes(), "short", result.shortest().toString(), "rules", rules);
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> json(Scores scores) {
        return map(
                "name", scores.rules(),
                "posts", scores.posts(),
                "short", scores.brief().size(),
                "overWhenTold", scores.late().size(),
                "untold", scores.untold().size(),
                "untoldSeconds", scores.untoldTime().toSeconds(),
                "incidents",
                        scores.incidents().stream()
                                .map(one -> json(scores, one))
                                .toList());
    }

    private static Map<String, Object> json(Scores scores, ToldIncident one) {
        var posts = one.thread().stream()
                .map(post -> map(
                        "at", post.at().toString(),
                        "saying", post.message().saying().key(),
                        "text", post.message().text()))
                .toList();
        return map(
                "id", one.incident().id().value(),
                "services", one.incident().all().stream().map(Object::toString).toList(),
                "began", one.began().toString(),
                "told", one.told().toString(),
                "over", one.over().map(Object::toString).orElse(""),
                "short", scores.brief().contains(one),
                "overWhenTold", scores.late().contains(one),
                "posts", posts);
    }

    private static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var index = 0; index < pairs.length; index += 2) {
            map.put(pairs[index].toString(), pairs[index + 1]);
        }
        return map;
    }
}
