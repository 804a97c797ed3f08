package org.onewindow.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.SessionTrackingMode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.onewindow.access.CurrentActor;
import org.onewindow.access.PersonalTokens;
import org.onewindow.access.StaffRegister;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Role;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The program's web security: two fronts, both closed unless an address is listed in {@link PublicPaths}. The API takes
 * credentials with each call and keeps nothing; pages have a session and forms protected against forgery. Who of those signed in
 * may do what is the doors' business, not the addresses'.
 *
 * <p>The management port is a front of its own: whoever is on this machine may look (a probe and a scraper have no password, and
 * nothing personal is there), an administrator may act.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties({OidcSettings.class, SessionSettings.class})
class SecurityConfiguration {

    private static final String CONTENT = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final String DEVICES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=()";

    /** A session of somebody not signed in keeps nothing but where they were going. */
    private static final Duration STRANGERS_SESSION = Duration.ofMinutes(10);

    static {
        // The actor comes from the credentials, not from a parameter: the API's description doesn't show it.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    /** Matches on the management port only, so that the same addresses on the public port stay closed. */
    @Bean
    @Order(0)
    SecurityFilterChain management(
            HttpSecurity http, PasswordSignIn passwords, StaffRegister register, ApiEntry entry) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authenticationManager(passwords)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .anyRequest()
                        .access((caller, request) -> new AuthorizationDecision(caller.get() instanceof SignedIn signedIn
                                && register.actor(signedIn.getPrincipal().userName())
                                        .filter(actor -> actor.has(Role.ADMIN))
                                        .isPresent())))
                .httpBasic(basic -> basic.authenticationEntryPoint(entry))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(entry).accessDeniedHandler(entry))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, PasswordSignIn passwords, TokenSignIn tokens, OidcSignIn oidc, ApiEntry entry) {
        AuthenticationManager bearer = claim -> {
            String token = ((BearerTokenAuthenticationToken) claim).getToken();
            return token.startsWith(PersonalTokens.PREFIX) ? tokens.authenticate(token) : oidc.authenticate(token);
        };
        return http.securityMatcher("/api", "/api/**")
                .authenticationManager(passwords)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(PublicPaths.API)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PublicPaths.SIMULATION_CLOCK)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(entry))
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> bearer)
                        .authenticationEntryPoint(entry)
                        .accessDeniedHandler(entry))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(entry).accessDeniedHandler(entry))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::protect)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, PasswordSignIn passwords, StaffRegister register, SessionSettings sessions) {
        HttpSessionRequestCache kept = Idle.kept();
        CookieCsrfTokenRepository forgery = new CookieCsrfTokenRepository();
        forgery.setCookieName("ow-form");
        forgery.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return http.authenticationManager(passwords)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(PublicPaths.PAGES)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(PageEntry.SIGN_IN)
                        .successHandler(new SignInDone(kept, sessions.longest()))
                        .failureHandler(new SignInFailed()))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?signed-out")
                        .deleteCookies(SESSION_COOKIE))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new PageEntry()))
                .requestCache(cache -> cache.requestCache(kept))
                .csrf(csrf -> csrf.csrfTokenRepository(forgery))
                .addFilterAfter(new StillValid(register), SecurityContextHolderFilter.class)
                .addFilterAfter(new Idle(sessions.idle()), StillValid.class)
                .headers(SecurityConfiguration::protect)
                .build();
    }

    private static void protect(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .contentTypeOptions(Customizer.withDefaults())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(DEVICES))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    static final String SESSION_COOKIE = "ow-session";

    /** Cookies: not readable by scripts, not sent along from other sites, never in an address; Secure whenever TLS is used. */
    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> {
            context.getSessionCookieConfig().setName(SESSION_COOKIE);
            context.getSessionCookieConfig().setHttpOnly(true);
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.setSessionTimeout((int) STRANGERS_SESSION.toMinutes());
        };
    }

    @Bean
    CookieSameSiteSupplier cookiesStayHere() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    WebMvcConfigurer actors(CurrentActor current) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgument(current));
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new FormTokenFirst()).excludePathPatterns("/api/**");
            }
        };
    }
}
