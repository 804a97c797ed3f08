package org.onewindow.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.store.CaseStore.Found;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.onewindow.parties.Parties;
import org.onewindow.parties.PartyDetails;
import org.springframework.stereotype.Component;

/**
 * Keeps the staff from their own matters (回避, C14; Civil Servants Law art. 76): nobody acts on a case in which they are
 * applicant, co-applicant or representative, as far as the staff office has linked who they are. A service agent who helps the
 * applicant acts on the case in that post only.
 */
@Component
class OwnMatters {

    private final StaffDirectory staff;
    private final Parties parties;

    OwnMatters(StaffDirectory staff, Parties parties) {
        this.staff = staff;
        this.parties = parties;
    }

    /** Whether acting in this post would be acting in one's own matter. */
    boolean concern(Actor actor, Post post, Found found) {
        boolean helps = actor.userName().equals(found.file().serviceAgent()) && post.role() != Role.AGENT;
        return helps || isPartyTo(actor.userName(), found);
    }

    /** Whether somebody is known to be a party to a case. */
    boolean isPartyTo(String userName, Found found) {
        List<Long> others = CaseViews.partiesBeside(found.applicant(), found.file());
        return staff.identity(userName)
                .filter(identity -> parties.is(found.applicant(), identity)
                        || (!others.isEmpty() && parties.anyIs(others, identity)))
                .isPresent();
    }

    /** Whether somebody is known to be one of these parties. */
    boolean isOneOf(String userName, Collection<Long> among) {
        return staff.identity(userName)
                .filter(identity -> parties.anyIs(among, identity))
                .isPresent();
    }

    /** The same of an application not yet taken in. */
    boolean concern(Actor actor, Receive receive) {
        List<PartyDetails> all = new ArrayList<>(receive.coApplicants());
        all.add(receive.applicant());
        PartyDetails representative = receive.representative();
        if (representative != null) {
            all.add(representative);
        }
        return staff.identity(actor.userName())
                .filter(identity -> all.stream()
                        .anyMatch(party -> parties.identity(party.idNumber()).equals(identity)))
                .isPresent();
    }
}
