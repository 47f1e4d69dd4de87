package dev.backonline.channel.api;

/** A text as people read it, by which it is known again after a network has made something of it. */
public final class PlainWords {
    private PlainWords() {}

    /** In one line, without what nobody sees: kinds of white space, joiners that a server may drop. */
    public static String visible(String text) {
        return spaced(text.replaceAll("\\p{Cf}+", ""));
    }

    /** In one line: white space of any kind is one space, and none at the ends. */
    public static String spaced(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /** As it was before {@code & < >} were written as entities. */
    public static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
