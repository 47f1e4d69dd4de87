package dev.backonline.bot.backtest;
@picocli.CommandLine.Command(name = "backtest")
public final class Backtest implements java.util.concurrent.Callable<Integer> { public Integer call() { return 0; } }
