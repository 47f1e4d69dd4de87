package dev.backonline.check;

import java.util.function.Function;

/** One request on the wire, and what it means when no answer comes; what an answer means is for each kind to say. */
public record Question(Wire wire, Wire.Request request) {
    /** Asks once, and has the answer judged. */
    public Answer ask(Function<Wire.Answered, Answer> judge) {
        var reply = wire.exchange(request);
        return Thread.currentThread().isInterrupted()
                ? new Answer.Inconclusive("stopped while asking")
                : switch (reply) {
                    case Wire.Answered answered -> judge.apply(answered);
                    case Wire.Unanswered late when late.timedOut() -> Answer.unanswered(request.timeout());
                    case Wire.Unanswered unanswered -> down(unanswered);
                    case Wire.Unsent unsent when unsent.isOurs() -> new Answer.Inconclusive(unsent.reason());
                    case Wire.Unsent unsent -> down(unsent);
                };
    }

    /** Asks somebody else about the service: if nothing comes from there, nothing was learned about the service. */
    public Answer hear(Function<Wire.Answered, Answer> judge) {
        var answer = ask(judge);
        return answer instanceof Answer.Down down && down.layer() == Answer.Layer.TRANSPORT
                ? new Answer.Inconclusive(down.reason())
                : answer;
    }

    private static Answer down(Wire.Reply reply) {
        return new Answer.Down(Answer.Layer.TRANSPORT, reply.reason());
    }
}
