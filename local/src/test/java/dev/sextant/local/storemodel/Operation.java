package dev.sextant.local.storemodel;

/** One step that both stores know. It carries everything it needs, so that any part of a sequence is a sequence. */
sealed interface Operation permits OrderOperation, DeskOperation, OtherOperation {

    /** Carries it out. */
    Said on(Side side);

    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * What came back.
     *
     * @param kind which of the answers it is, for the count
     * @param text everything that is compared
     */
    record Said(String kind, String text) {

        static Said of(String answer) {
            return new Said(answer, answer);
        }
    }
}
