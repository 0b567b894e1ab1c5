package dev.sextant.direct.exam;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.kraken.trade.HaltException;
import java.util.ArrayList;
import java.util.List;

/** Asks one question after another; one that gets no answer is UNKNOWN and never left out. */
final class Questions {

    /** A question with what its answer means. */
    @FunctionalInterface
    interface Question {
        List<Answer> ask() throws VenueUnavailableException, InterruptedException;
    }

    private static final String KEY = "look at the key, its secret, its rights and its addresses in Kraken's settings";
    private static final String NONCE = "Invalid nonce";

    private final List<Answer> answers = new ArrayList<>();
    private String pointless = "";

    void ask(String check, Question question) throws InterruptedException {
        if (!pointless.isEmpty()) {
            answers.add(Answer.unknown(check, "not asked: " + pointless, ""));
            return;
        }
        try {
            answers.addAll(question.ask());
        } catch (HaltException e) {
            answers.add(Answer.fail(check, String.valueOf(e.getMessage()), KEY));
        } catch (VenueUnavailableException e) {
            String words = String.valueOf(e.getMessage());
            answers.add(
                    words.contains(NONCE)
                            ? Answer.fail(
                                    check,
                                    words,
                                    "something else sends with this key, or has sent finer numbers: make a key for this"
                                            + " desk alone")
                            : Answer.unknown(check, words, "ask again; nothing starts on what is not known"));
        }
    }

    /** From here on a question would only repeat what is known. */
    void pointless(String why) {
        pointless = pointless.isEmpty() ? why : pointless;
    }

    boolean passed(String check) {
        return answers.stream().anyMatch(answer -> answer.check().equals(check) && answer.passes());
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }
}
