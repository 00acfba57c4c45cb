import type { CompanyField } from '../fields';
import { normaliseHeader } from '../headers/normalise-header';

/** Headers by what they mean, in six languages, normalised; `name`, `email` and the like are a person's where a company has columns of its own. */
const table: Record<CompanyField, string> = {
  company_name:
    'company, company name, organization, organisation, organization name, organisation name, account, account name, employer, current company, associated company, associated company primary, sponsor, sponsor name, exhibitor, brand, firm, business, business name, firma, firmenname, firmenbezeichnung, unternehmen, unternehmensname, organisation name, name der firma, name des unternehmens, gesellschaft, arbeitgeber, aussteller, entreprise, nom de l entreprise, nom entreprise, societe, nom de la societe, raison sociale, employeur, empresa, nombre de la empresa, nombre empresa, compania, organizacion, razon social, nome da empresa, nome empresa, organizacao, companhia, razao social, azienda, nome azienda, nome dell azienda, societa, ragione sociale, impresa, organizzazione, ente, companyname, accountname, patrocinador, sponsor nome',
  company_id:
    'company id, account id, apollo account id, associated company id, associated company ids, primary associated company id, associated company ids primary, linkedin company id, firmen id, unternehmens id, kundennummer, companyid',
  company_domain:
    'domain, company domain, company domain name, domain name, web domain, account domain, email domain, firmendomain, domaine, nom de domaine, dominio, dominio de la empresa, dominio da empresa, dominio azienda, companydomain',
  website:
    'website, web site, website url, company website, company url, homepage, web, site, url website, corporate website, company website url, webseite, internetseite, internet, firmenwebsite, site web, site internet, sitio web, pagina web, web de la empresa, site da empresa, pagina da web, sito, sito web, sito internet, companywebsite',
  industry:
    'industry, company industry, sector, vertical, line of business, industry standardized, branche, industrie, wirtschaftszweig, secteur, secteur d activite, industria, rubro, actividad, setor, segmento, ramo, settore, ramo di attivita, companyindustry',
  description:
    'description, company description, about, about us, summary, short description, seo description, profile, beschreibung, firmenbeschreibung, kurzbeschreibung, uber uns, descripcion, descricao, descrizione, a propos, descriptif',
  employees:
    'employees, # employees, number of employees, no of employees, employee count, company employee count, company size, company headcount, headcount, staff, size, employee range, company employee range, mitarbeiter, mitarbeiterzahl, anzahl mitarbeiter, anzahl der mitarbeiter, beschaftigte, beschaftigtenzahl, unternehmensgrosse, effectif, effectifs, nombre d employes, nombre de salaries, salaries, taille, taille de l entreprise, empleados, numero de empleados, n de empleados, tamano de la empresa, plantilla, funcionarios, numero de funcionarios, numero de empregados, colaboradores, tamanho da empresa, dipendenti, numero di dipendenti, numero dipendenti, dimensione azienda',
  country:
    'country, country region, company country, hq country, headquarters country, country code, nation, company country region, land, firmenland, staat, pays, pais, paese, nazione, stato sede, sitz land',
  city: 'city, company city, hq city, headquarters city, town, stadt, ort, firmensitz, sitz, wohnort, ville, ciudad, localidad, poblacion, cidade, municipio, localidade, citta, comune, localita',
  topics:
    'topics, topic, keywords, tags, interests, themes, focus, focus areas, technologies, specialties, specialities, themen, thema, schlagworte, schwerpunkte, stichworte, interessen, themes, sujets, mots cles, centres d interet, temas, palabras clave, intereses, etiquetas, palavras chave, interesses, argomenti, temi, parole chiave, interessi',
  audience:
    'audience, target audience, target group, customers, buyer personas, zielgruppe, zielgruppen, kunden, kundengruppe, public cible, cible, clientele, publico, publico objetivo, clientes, publico alvo, pubblico, pubblico target, target, clienti',
  budget:
    'budget, sponsorship budget, sponsoring budget, marketing budget, event budget, budget range, max budget, budgetrahmen, sponsoringbudget, marketingbudget, budget sponsoring, budget marketing, presupuesto, presupuesto de patrocinio, presupuesto de marketing, orcamento, orcamento de patrocinio, verba, budget sponsorizzazione',
  goals:
    'goals, goal, objectives, objective, sponsorship goals, what they want, ziele, ziel, sponsoringziele, objectifs, objectif, buts, objetivos, objetivo, metas, obiettivi, obiettivo',
  company_linkedin:
    'company linkedin url, linkedin company page, company linkedin, linkedin company url, account linkedin url, company linkedin page, linkedin page, linkedin unternehmensseite, unternehmen linkedin, regularcompanyurl, companylinkedinurl',
  past_sponsorship:
    'past sponsorship, past sponsorships, previous sponsorships, previous sponsorship, sponsorships, sponsored events, sponsored, sponsor of, events sponsored, sponsorship history, fruhere sponsorings, bisherige sponsorings, sponsorings, gesponserte events, gesponserte veranstaltungen, sponsoring historie, sponsorings passes, evenements sponsorises, patrocinios anteriores, patrocinios, eventos patrocinados, sponsorizzazioni passate, sponsorizzazioni, eventi sponsorizzati',
  do_not_contact:
    'do not contact, dnc, do not contact company, no contact, nicht kontaktieren, nicht anschreiben, keine ansprache, ne pas contacter, no contactar, nao contatar, nao contactar, non contattare',
  contact_name:
    'contact, contact name, full name, person, name of contact, contact person, point of contact, primary contact, lead name, lead, prospect, prospect name, decision maker, ansprechpartner, ansprechpartnerin, kontakt, kontaktperson, kontaktname, ansprechperson, vollstandiger name, interlocuteur, personne de contact, nom du contact, nom complet, persona de contacto, contacto, nombre del contacto, nombre completo, nombre y apellidos, pessoa de contato, contato, nome do contato, nome completo, referente, persona di contatto, contatto, nome e cognome, fullname',
  contact_first_name:
    'first name, firstname, given name, forename, contact first name, vorname, prenom, nombre, nombre de pila, primeiro nome, nome, nome proprio',
  contact_last_name:
    'last name, lastname, surname, family name, contact last name, nachname, familienname, nom de famille, nom, apellido, apellidos, sobrenome, apelido, ultimo nome, cognome',
  contact_id: 'contact id, apollo contact id, person id, lead id, prospect linkedin id, kontakt id, linkedin profile id',
  contact_email:
    'email, email address, work email, business email, contact email, primary email, corporate email, professional email, mail, email 1, email adresse, emailadresse, mailadresse, kontakt email, geschaftliche email, adresse email, adresse mail, courriel, email professionnel, correo, correo electronico, correo de contacto, email del contacto, email do contato, endereco de email, email corporativo, indirizzo email, posta elettronica, email contatto, emailaddress',
  contact_title:
    'title, job title, jobtitle, position, role, current job, current title, contact title, job position, headline, function, job function title, berufsbezeichnung, funktion, stelle, stellenbezeichnung, rolle, jobtitel, fonction, poste, titre, intitule du poste, intitule de poste, cargo, puesto, puesto de trabajo, funcion, funcao, posicao, ruolo, posizione, mansione, qualifica, titolo',
  contact_seniority:
    'seniority, seniority level, management level, employment seniority, hierarchieebene, karrierestufe, niveau hierarchique, seniorite, nivel jerarquico, senioridade, livello',
  contact_department:
    'department, departments, team, job function, employment role, abteilung, bereich, service, departement, departamento, area, dipartimento, reparto, ufficio',
  contact_linkedin:
    'linkedin, linkedin url, linkedin profile, linkedin profile url, person linkedin url, contact linkedin url, lead linkedin url, prospect linkedin url, linkedin url public, linkedin contact profile url, profile url, linkedinprofileurl, profileurl, linkedin bio, linkedin profil, profil linkedin, perfil de linkedin, perfil do linkedin, profilo linkedin, url linkedin, linkedin link',
  contact_phone:
    'phone, phone number, telephone, mobile, mobile phone, mobile phone number, mobile number, work phone, direct phone, work direct phone, first phone, contact phone, tel, telefon, telefonnummer, handy, mobil, mobiltelefon, durchwahl, rufnummer, telephone portable, numero de telephone, portable, telefono, telefono movil, movil, numero de telefono, celular, telefone, telemovel, numero de telefone, cellulare, numero di telefono',
  contact_opted_out:
    'unsubscribed, opted out, opt out, email opt out, unsubscribed from all email, has opted out of email, do not email, abgemeldet, newsletter abgemeldet, desabonne, desinscrit, dado de baja, descadastrado, disiscritto',
  contact_basis:
    'legal basis, lawful basis, legal basis for processing contact s data, consent basis, rechtsgrundlage, base legale, base juridique, base legal, base juridica, base giuridica',
  notes:
    'notes, note, comment, comments, remarks, memo, notizen, notiz, bemerkung, bemerkungen, kommentar, kommentare, anmerkung, anmerkungen, remarque, remarques, commentaire, commentaires, notas, nota, comentario, comentarios, observaciones, observacoes, osservazioni, commenti, commento',
};

const phrases: ReadonlyMap<string, CompanyField> = new Map(
  Object.entries(table).flatMap(([field, list]) =>
    list
      .split(',')
      .map((phrase) => phrase.trim())
      .map((phrase): [string, CompanyField] => [phrase, asField(field)]),
  ),
);

/** Object.entries forgets the key type of a record; the keys are the record's own. */
function asField(key: string): CompanyField {
  return key as CompanyField;
}

/** What a header means in a list of companies, by itself. `normal` is a normalised header. */
export function companyMeaning(normal: string): CompanyField | undefined {
  return phrases.get(normal) ?? phrases.get(normal.replace(/ \d$/, ''));
}

/** How much a row looks like the header of a list of companies: one point for each different meaning. */
export function companyHeaderScore(cells: string[]): number {
  const found = new Set<CompanyField>();
  for (const cell of cells) {
    const meaning = cell.length > 120 ? undefined : companyMeaning(normaliseHeader(cell));
    if (meaning) found.add(meaning);
  }
  return found.size;
}
