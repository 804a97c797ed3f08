package org.onewindow.journal;

import java.util.List;

/** For those who run the program: how followers are doing, and what to do when one is in trouble. */
public interface Followers {

    /** All followers, by name. */
    List<FollowerState> states();

    /** Parked streams of a follower, longest parked first, at most 500. */
    List<ParkedStream> parked(String follower);

    /**
     * Gives a follower everything of a parked stream that it has missed, in one transaction, and lets the stream go on.
     *
     * @return false when the stream isn't parked
     * @throws RuntimeException what the follower threw, when it still can't digest it: then the stream stays parked
     */
    boolean retry(String follower, int centre, long stream);

    /** Lets a stopped follower go on at the event that stopped it. */
    void resume(String follower);

    /** Empties a follower's tables and starts it again from the first event. */
    void rebuild(String follower);
}
