package org.onewindow.supervision;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.onewindow.kernel.Role;

/** Whom each kind of notice is addressed to (S8), as data. */
public record NoticeAddressees(Map<NoticeKind, List<Addressee>> addressees) {

    /** What ships with the program: departments' heads get all, the county's leader what is monthly or longer. */
    public static final NoticeAddressees SHIPPED = shipped();

    public NoticeAddressees {
        Map<NoticeKind, List<Addressee>> copy = new EnumMap<>(NoticeKind.class);
        addressees.forEach((kind, list) -> copy.put(kind, List.copyOf(list)));
        addressees = Map.copyOf(copy);
    }

    /** Those of a kind. */
    public List<Addressee> of(NoticeKind kind) {
        return addressees.getOrDefault(kind, List.of());
    }

    private static NoticeAddressees shipped() {
        List<Addressee> daily = List.of(
                Addressee.every(Role.SUPERVISOR),
                Addressee.every(Role.MANAGER),
                Addressee.every(Role.HEAD),
                Addressee.every(Role.APPROVER));
        List<Addressee> longer = List.of(
                Addressee.every(Role.SUPERVISOR),
                Addressee.every(Role.MANAGER),
                Addressee.every(Role.LEADER),
                Addressee.every(Role.HEAD),
                Addressee.every(Role.APPROVER));
        Map<NoticeKind, List<Addressee>> all = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            all.put(kind, kind == NoticeKind.DAILY || kind == NoticeKind.WEEKLY ? daily : longer);
        }
        return new NoticeAddressees(all);
    }
}
