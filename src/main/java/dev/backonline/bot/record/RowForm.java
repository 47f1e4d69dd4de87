package dev.backonline.bot.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a line of a record is written: as CSV below a header (RFC 4180, one line a row), or as one JSON object. */
sealed interface RowForm {
    /** The line's values by the names of their columns. */
    Map<String, String> values(String line) throws Unreadable;

    /** The names of the columns, as far as they are known before any row. */
    List<String> columns();

    /** Why a line is no row; the message goes on from its place. */
    final class Unreadable extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** Comma-separated values. */
    record Csv(List<String> columns) implements RowForm {
        public Csv {
            columns = List.copyOf(columns);
        }

        static Csv of(String header) throws Unreadable {
            return new Csv(split(header).stream().map(String::strip).toList());
        }

        @Override
        public Map<String, String> values(String line) throws Unreadable {
            var cells = split(line);
            if (cells.size() != columns.size()) {
                throw new Unreadable("the line has %d values, but the header has %d columns"
                        .formatted(cells.size(), columns.size()));
            }
            var values = new HashMap<String, String>();
            for (var index = 0; index < cells.size(); index++) {
                values.put(columns.get(index), cells.get(index).strip());
            }
            return values;
        }

        private static List<String> split(String line) throws Unreadable {
            var cells = new ArrayList<String>();
            var cell = new StringBuilder();
            var quoted = false;
            for (var index = 0; index < line.length(); index++) {
                var letter = line.charAt(index);
                if (letter == '"' && quoted && index + 1 < line.length() && line.charAt(index + 1) == '"') {
                    cell.append(letter);
                    index++;
                } else if (letter == '"') {
                    quoted = !quoted;
                } else if (letter == ',' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(letter);
                }
            }
            if (quoted) {
                throw new Unreadable("the line has a quote that is not closed");
            }
            cells.add(cell.toString());
            return cells;
        }
    }

    /** One JSON object in each line. */
    record NdJson(ObjectMapper mapper) implements RowForm {
        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Map<String, String> values(String line) throws Unreadable {
            try {
                var node = mapper.readTree(line);
                if (!node.isObject()) {
                    throw new Unreadable("the line is no JSON object");
                }
                var values = new HashMap<String, String>();
                for (var field : node.properties()) {
                    if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                        values.put(field.getKey(), text(field.getValue()));
                    }
                }
                return values;
            } catch (JsonProcessingException broken) {
                throw new Unreadable("the line is no JSON: " + broken.getOriginalMessage());
            }
        }

        private static String text(JsonNode value) {
            return value.asText().strip();
        }
    }
}
