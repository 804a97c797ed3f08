package bad.web;

import org.springframework.web.bind.annotation.RestController;

/** Bad sample: a controller that other modules could call. */
@RestController
public class OpenController {}
