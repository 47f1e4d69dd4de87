package dev.backonline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One call of a script, from a folder, with an environment of its own. */
record Call(Path script, Path from, Map<String, String> environment) {

    /** Far more than any test takes; a script that hangs must not hang the build. */
    private static final int PATIENCE_SECONDS = 30;

    Call {
        environment = Map.copyOf(environment);
    }

    Call script(Path other) {
        return new Call(other, from, environment);
    }

    Call from(Path folder) {
        return new Call(script, folder, environment);
    }

    Call with(String name, Object value) {
        var changed = new HashMap<>(environment);
        changed.put(name, value.toString());
        return new Call(script, from, changed);
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).await();
    }

    Running start(String... arguments) throws IOException {
        var words = Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                .toList();
        var said = Files.createTempFile("mvnw", ".out");
        var complained = Files.createTempFile("mvnw", ".err");
        var builder = new ProcessBuilder(words)
                .directory(from.toFile())
                .redirectOutput(said.toFile())
                .redirectError(complained.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Running(builder.start(), said, complained);
    }

    /** A call that is under way. */
    record Running(Process process, Path said, Path complained) {

        Result await() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            var result = new Result(process.waitFor(), Files.readAllLines(said), Files.readString(complained));
            Files.delete(said);
            Files.delete(complained);
            return result;
        }
    }

    /** What came of a call. */
    record Result(int exitCode, List<String> said, String complained) {}
}
