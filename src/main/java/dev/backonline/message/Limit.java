package dev.backonline.message;

/** How long a text may be on one channel, in that network's own unit. */
public record Limit(int most, String unit, Measure measure) {
    public static final Limit NONE = new Limit(Integer.MAX_VALUE, "characters", Measure.codePoints());

    public boolean admits(String text) {
        return measure.of(text) <= most;
    }
}
