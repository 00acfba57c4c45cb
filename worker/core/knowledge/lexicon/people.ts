import { answerType } from '../answer-types';
import type { Concept } from './concept';

/** Roles beside attending, organisers, companies, and whom to write to. */
export const people: readonly Concept[] = [
  {
    id: 'contact',
    answers: answerType.contact,
    names:
      'contact, contact us, email, e-mail, email address, phone, phone number, telephone, helpdesk, help desk, reach us, get in touch, questions, write to, inquiries, enquiries, hotline, support, reach out',
    cues: 'who do i write to, who do i ask, who do i contact, who can i ask, who do i mail, mail you, who to talk to, reach you, message you, call you, ask a question, who should i, who can help, speak to someone, who do i tell, talk to',
    signs: 'mailto, please email, at, org, com, form, team, reach',
    de: 'kontakt, kontaktieren, e-mail, telefon, ansprechpartner, schreiben, fragen',
    fr: 'contact, contacter, e-mail, courriel, téléphone, écrire, joindre',
    es: 'contacto, contactar, correo, teléfono, escribir',
    pt: 'contato, contacto, contatar, e-mail, telefone, escrever',
  },
  {
    id: 'organizer',
    names: 'organizer, organizers, organizing team, organizing committee, organizing, run by, who runs, hosted by',
    cues: 'who is behind, who runs, who organizes, in charge, responsible, whos running, who puts on',
    signs: 'nonprofit, founded, volunteer-run, association, community, members, team, staff, chair, board, committee, foundation, society',
    de: 'veranstalter, organisator, organisatoren, team, verein',
    fr: 'organisateur, organisateurs, équipe, association, comité',
    es: 'organizador, organizadores, organización, equipo, comité',
    pt: 'organizador, organizadores, organização, equipe, comitê',
  },
  {
    id: 'volunteer',
    names:
      'volunteer, volunteers, volunteering, help out, helper, helpers, volunteer shifts, get involved, student volunteer, student volunteers, crew, steward',
    cues: 'help with the event, lend a hand, give a hand, pitch in, work for a ticket, want to help, work at the event, work a shift, help you guys, help set up',
    signs: 'shift, shifts, sign up, hours, tasks, free admission, perks, t-shirt, form',
    de: 'freiwillige, helfer, helfen, ehrenamt, mithelfen, volunteers',
    fr: 'bénévole, bénévoles, bénévolat, aider, volontaire',
    es: 'voluntario, voluntarios, voluntariado, ayudar, colaborar',
    pt: 'voluntário, voluntários, voluntariado, ajudar',
  },
  {
    id: 'sponsor',
    names:
      'sponsor, sponsors, sponsorship, sponsoring, sponsored, prospectus, sponsorship package, sponsorship packages, sponsorship levels, patron, partner, partners, gold sponsor, sponsorship tiers, silver sponsor, bronze',
    cues: 'our company, support the event, put our logo, company support, advertise, back the event, corporate support, our logo',
    signs: 'package, packages, level, tier, gold, silver, bronze, platinum, logo, benefits, contract, prospectus',
    de: 'sponsor, sponsoren, sponsoring, förderer, partner',
    fr: 'sponsor, sponsors, parrainage, partenaire, mécénat',
    es: 'patrocinador, patrocinadores, patrocinio, patrocinar, socio',
    pt: 'patrocinador, patrocinadores, patrocínio, patrocinar, parceiro',
  },
  {
    id: 'exhibitor',
    names:
      'exhibitor, exhibitors, exhibit, exhibition, exhibit hall, expo, expo hall, expo floor, booth, booths, stand, stands, stall, stalls, vendor, vendors, trade show, dealer, dealers, artist alley, table, tabling',
    cues: 'set up our, our table, our stand, sell my stuff, sell things, selling, sell our, show our product, display our, setting up, put up our booth, market stall',
    signs: 'setup, set up, teardown, cleanup, tables, chairs, space, power, hall, pipe and drape, load in, shipping, merchant',
    de: 'aussteller, ausstellung, messestand, stand, stände, messe, verkaufsstand',
    fr: 'exposant, exposants, stand, stands, exposition, salon',
    es: 'expositor, expositores, stand, puesto, exposición, feria',
    pt: 'expositor, expositores, estande, stand, exposição, feira',
  },
  {
    id: 'setup-teardown',
    names:
      'set up, setup, load in, load-in, move-in, teardown, tear down, strike, cleanup, clean up, load out, move-out, dismantle, build-up, packing up, pack up, take down',
    cues: 'start setting up, when should we arrive, when can we arrive, when should we leave, leave things, leave stuff overnight, start packing, take down our, get in early, leave early, when do we leave',
    signs: 'exhibit hall, am, pm, overnight, arrive, early, open the, by',
    de: 'aufbau, abbau, aufbauen, abbauen',
    fr: 'montage, démontage, installation',
    es: 'montaje, desmontaje, instalación',
    pt: 'montagem, desmontagem, instalação',
  },
  {
    id: 'press',
    names:
      'press, media, journalist, journalists, press pass, press kit, accreditation, blogger, influencer, reporter, media kit, press accreditation, logo download, brand assets',
    cues: 'write about the event, cover the event, interview, article, for my podcast, use your logo',
    signs: 'contact, apply, inquiries, release, logos',
    de: 'presse, medien, journalist, akkreditierung',
    fr: 'presse, médias, journaliste, accréditation',
    es: 'prensa, medios, periodista, acreditación',
    pt: 'imprensa, mídia, jornalista, credenciamento de imprensa',
  },
  {
    id: 'jobs',
    names:
      'job board, jobs, job, career, careers, recruiting, recruiter, recruiters, hiring, career fair, job fair, recruitment, vacancies, resume',
    cues: 'find work, looking for a job, looking for work, get hired, hire people, look for candidates',
    signs: 'companies, sponsors, board, resumes, positions',
    de: 'jobs, stellen, karriere, jobbörse, stellenangebote',
    fr: 'emploi, emplois, carrière, recrutement',
    es: 'empleo, trabajo, carrera, bolsa de trabajo',
    pt: 'emprego, vagas, carreira, recrutamento',
  },
  {
    id: 'newsletter-social',
    names:
      'newsletter, mailing list, social media, twitter, mastodon, instagram, facebook, linkedin, bluesky, hashtag, announcements, updates, follow us, rss, blog, stay informed, news, tiktok',
    cues: 'keep me posted, stay up to date, get updates, follow you, hear about news, tag you, notified, when will you announce, find out more',
    signs: 'subscribe, follow, sign up, account, low-traffic',
    de: 'newsletter, neuigkeiten, soziale medien, rundbrief',
    fr: 'newsletter, infolettre, réseaux sociaux, actualités',
    es: 'boletín, redes sociales, novedades, noticias',
    pt: 'newsletter, boletim, redes sociais, novidades, notícias',
  },
  {
    id: 'feedback',
    names: 'feedback, survey, evaluation, suggestion, suggestions, complaint, complaints',
    cues: 'complain, tell you what i thought, give my opinion, suggest something, not happy',
    signs: 'form, after the event, let us know, improve',
    de: 'feedback, umfrage, rückmeldung, beschwerde',
    fr: 'retour, enquête, avis, réclamation',
    es: 'comentarios, encuesta, opinión, queja',
    pt: 'feedback, pesquisa, opinião, reclamação',
  },
  {
    id: 'certificate',
    names:
      'certificate, certificates, certificate of attendance, proof of attendance, cme, continuing education, credits, ceu, pdh, certification, attestation, letter of participation',
    cues: 'prove i was there, proof for my boss, prove that i attended, for my employer, university credit, convince my boss, justification letter',
    signs: 'attendance, issued, download, request, hours',
    de: 'teilnahmebestätigung, zertifikat, bescheinigung, teilnahmebescheinigung',
    fr: 'attestation, certificat, attestation de participation',
    es: 'certificado, certificado de asistencia, constancia',
    pt: 'certificado, certificado de participação, comprovante',
  },
  {
    id: 'diversity',
    names:
      'diversity, inclusion, inclusive, inclusivity, underrepresented, lgbtq, queer, women, pronouns, pronoun, marginalized, gender-neutral, nonbinary, trans, bipoc',
    cues: 'am i welcome, feel welcome, people like me, girls, safe space, women only, gender',
    signs: 'everyone, welcome, stickers, groups, background, regardless, community',
    de: 'vielfalt, inklusion, pronomen, frauen, diversität',
    fr: 'diversité, inclusion, pronoms, femmes',
    es: 'diversidad, inclusión, pronombres, mujeres',
    pt: 'diversidade, inclusão, pronomes, mulheres',
  },
  {
    id: 'guest',
    names:
      'guest, guests, plus one, companion, companions, partner, spouse, family, accompanying person, bring a friend, accompanying, friends',
    cues: 'bring my wife, bring my husband, bring my girlfriend, bring my boyfriend, my wife, my husband, come with me, bring someone, tag along, with me, come along, my mum, my partner',
    signs: 'ticket, registration, welcome, need, families',
    de: 'begleitung, begleitperson, gast, gäste, partner, familie',
    fr: 'accompagnant, accompagnateur, invité, famille, conjoint',
    es: 'acompañante, invitado, familia, pareja',
    pt: 'acompanhante, convidado, família, parceiro',
  },
];
