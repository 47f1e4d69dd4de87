package dev.backonline.bot.terminal;

/** What the process tells its caller. Mistakes on the command line are picocli's, which gives 2. */
public final class Exit {
    public static final int DONE = 0;
    public static final int IMPOSSIBLE = 1;

    private Exit() {}
}
