package dev.backonline.message;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a template may name: the allow-list of public facts. */
enum Variable {
    SERVICES("services"),
    PAGE("page"),
    URL("url"),
    SINCE("since"),
    UNTIL("until"),
    DURATION("duration"),
    NEXT_UPDATE("nextUpdate"),
    WORKAROUND("workaround"),
    DETAIL("detail"),
    TITLE("title");

    private final String key;

    Variable(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static Optional<Variable> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Variable::key).toList();
    }

    /** Whether a text with this variable reads differently for two outages. */
    boolean tellsOutagesApart() {
        return switch (this) {
            case URL, SINCE, UNTIL -> true;
            case SERVICES, PAGE, DURATION, NEXT_UPDATE, WORKAROUND, DETAIL, TITLE -> false;
        };
    }
}
